import { createHash } from 'node:crypto';
import { policy } from '@softmob/access';
import { type Ctx, type Tx, write } from '@softmob/api-kit';
import { composeEuropass, type EuropassMobilityContent, type Rating } from '@softmob/learning-model';
import { type Participant, participants } from '@softmob/participants-api';
import { type Mobility } from '@softmob/projects-api';
import { type LearningBulkResult } from './agreement.type';
import { refusal } from './compose.service';
import { type AttendanceFacts, certificates, recognitions } from './learning.loaders';
import { hostsOf, othersThan } from './other-hosts';
import { type AssessedRow, finalAssessmentsOf } from './recognition.service';
import { type Recognition } from './assessment.entity';
import { about, loadWhich } from './which';

/** What is hashed leaves out what is filled in later or differs with each issue. */
const hashOf = (content: EuropassMobilityContent): string =>
  createHash('sha256')
    .update(JSON.stringify({ ...content, documentNumber: '', issuedOn: '', mobilityId: null }))
    .digest('hex');

interface Sources {
  readonly participants: ReadonlyMap<string, Participant>;
  readonly recognitions: ReadonlyMap<string, Recognition>;
  readonly attendance: ReadonlyMap<string, AttendanceFacts>;
  readonly hosts: Awaited<ReturnType<typeof hostsOf>>;
}

async function loadSources(tx: Tx, of: readonly Mobility[]): Promise<Sources> {
  const ids = of.map(({ id }) => id);
  const people = await tx.db.query<Participant>(
    `SELECT ${participants.select('x')} FROM participant x WHERE x.id = ANY($1::uuid[])`,
    [of.map(({ participantId }) => participantId)],
  );
  const decided = await tx.db.query<Recognition>(
    `SELECT ${recognitions.select('x')} FROM recognition x WHERE x.mobility_id = ANY($1::uuid[])`,
    [ids],
  );
  const attended = await tx.db.query<AttendanceFacts>(
    `SELECT DISTINCT ON (e.mobility_id) e.mobility_id AS "mobilityId", (e.after->>'daysPresent')::float8 AS "daysPresent",
            (e.after->>'hours')::float8 AS hours, e.at
     FROM event e WHERE e.mobility_id = ANY($1::uuid[]) AND e.type = 'attendance.complete' ORDER BY e.mobility_id, e.id DESC`,
    [ids],
  );
  return {
    participants: new Map(people.map((person) => [person.id, person])),
    recognitions: new Map(decided.map((row) => [row.mobilityId, row])),
    attendance: new Map(attended.map((row) => [row.mobilityId, row])),
    hosts: await hostsOf(tx.db, ids),
  };
}

function holderOf(participant: Participant): EuropassMobilityContent['holder'] {
  const { street, postcode, town } = participant;
  const address = [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return {
    lastNames: participant.lastName,
    firstNames: participant.firstName,
    address: address || null,
    birthDate: participant.birthDate,
    nationality: participant.nationality,
    email: participant.email,
  };
}

function contentOf(
  mobility: Mobility,
  assessed: AssessedRow,
  sources: Sources,
  documentNumber: string,
  issuedOn: string,
): EuropassMobilityContent | null {
  const participant = sources.participants.get(mobility.participantId);
  if (!participant) return null;
  const planned = assessed.content.tasks.reduce((sum, task) => sum + task.hours, 0);
  return composeEuropass({
    documentNumber,
    issuedOn,
    content: assessed.content,
    holder: holderOf(participant),
    start: mobility.arrivedOn ?? mobility.startsOn,
    end: mobility.endsOn,
    hours: sources.attendance.get(mobility.id)?.hours ?? planned,
    ratings: assessed.outcomes as readonly Rating[],
    recognition: sources.recognitions.get(mobility.id)?.units ?? [],
    otherHosts: othersThan(assessed.companyId, sources.hosts.get(mobility.id)),
  });
}

async function takeNumbers(tx: Tx, count: number): Promise<string[]> {
  const rows = await tx.db.query<{ number: string }>(
    `SELECT nextval('certificate_number')::text AS number FROM generate_series(1, $1::integer)`,
    [count],
  );
  const year = tx.actor.today.slice(0, 4);
  return rows.map(({ number }) => `EM-${year}-${number.padStart(5, '0')}`);
}

/**
 * Issues Europass Mobility documents from the agreement in force, the final assessment and the school's recognition.
 * One that would say the same as the last is refused: a document is not issued twice.
 */
export async function issueEuropass(ctx: Ctx, mobilityIds: readonly string[]): Promise<LearningBulkResult> {
  return write(ctx, policy.learning.certify, async (tx) => {
    const wanted = await loadWhich(tx, { mobilityIds });
    const assessed = await finalAssessmentsOf(tx, wanted);
    const sources = await loadSources(tx, wanted);
    const issued = await tx.db.query<{ mobilityId: string; contentHash: string }>(
      `SELECT DISTINCT ON (x.mobility_id) x.mobility_id AS "mobilityId", x.content_hash AS "contentHash"
       FROM certificate x WHERE x.mobility_id = ANY($1::uuid[]) AND x.kind = 'europass' ORDER BY x.mobility_id, x.issued_at DESC, x.id DESC`,
      [wanted.map(({ id }) => id)],
    );
    const refused: LearningBulkResult['refused'] = [];
    const numbers = await takeNumbers(tx, wanted.length);
    const ready = wanted.flatMap((mobility, index) => {
      const facts = assessed.get(mobility.id);
      const content = facts && contentOf(mobility, facts, sources, numbers[index] ?? '', ctx.actor.today);
      if (!content) {
        refused.push(refusal(mobility.id, 'NO_FINAL_ASSESSMENT', 'The tutor has not finished the final assessment.'));
        return [];
      }
      const contentHash = hashOf(content);
      if (issued.some((last) => last.mobilityId === mobility.id && last.contentHash === contentHash)) {
        refused.push(refusal(mobility.id, 'ALREADY_ISSUED', 'It was issued and nothing has changed since.'));
        return [];
      }
      return [{ mobility, content, contentHash, number: content.documentNumber }];
    });
    await tx.insert(
      certificates,
      ready.map(({ mobility, content, contentHash, number }) => ({
        id: tx.newId(),
        mobilityId: mobility.id,
        organisationId: mobility.sendingOrganisationId,
        kind: 'europass' as const,
        ...{ number, content, contentHash },
        issuedBy: ctx.personId,
        issuedAt: ctx.clock.now(),
      })),
    );
    await tx.events(
      ready.map(({ mobility, number, contentHash }) => ({
        type: 'certificate.issued',
        subjectType: 'certificate',
        subjectId: mobility.id,
        ...about(mobility),
        after: { kind: 'europass', number, contentHash },
      })),
    );
    return { done: ready.map(({ mobility }) => mobility.id), refused };
  });
}
