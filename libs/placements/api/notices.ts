import { type Audience } from '@softmob/access';
import { type OutgoingMail, type Tx } from '@softmob/api-kit';
import { makeSeats } from '@softmob/identity-api';
import { type Mobility } from '@softmob/projects-api';
import { type QueryResultRow } from 'pg';
import { type Placement } from './placement.entity';

interface Reader {
  organisationId: string;
  organisationName: string;
  name: string;
  email: string;
  locale: string;
}

/** The people of these organisations who hold a role. */
export async function readersOf(tx: Tx, organisationIds: readonly string[], role: Audience): Promise<Reader[]> {
  return tx.db.query<Reader & QueryResultRow>(
    `SELECT DISTINCT ON (o.id, p.id) o.id AS "organisationId", o.name AS "organisationName", p.display_name AS name,
            p.email, p.locale
     FROM organisation o JOIN membership m ON m.organisation_id = o.id AND m.role = $2 AND m.ended_at IS NULL
     JOIN person p ON p.id = m.person_id WHERE o.id = ANY($1::uuid[]) ORDER BY o.id, p.id`,
    [organisationIds, role],
  );
}

/** A line per flow, dates and occupation: what an e-mail may say before a placement is confirmed. */
async function outlineOf(tx: Tx, placements: readonly Placement[]): Promise<Map<string, string>> {
  const rows = await tx.db.query<QueryResultRow & Record<'id' | 'code' | 'occupation', string>>(
    `SELECT x.id, f.code, p.occupation FROM placement x JOIN flow f ON f.id = x.flow_id
     JOIN participant p ON p.id = x.participant_id WHERE x.id = ANY($1::uuid[])`,
    [placements.map(({ id }) => id)],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    placements.map(({ id, startsOn, endsOn }) => {
      const row = found.get(id);
      return [id, [row?.code ?? '', startsOn, endsOn, row?.occupation ?? ''].join('|')];
    }),
  );
}

/** `line|count` for each different line, in the order of their first appearance. */
function counted(lines: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => `${line}|${String(count)}`).join('\n');
}

/** What a notice is about, and who gets it: the hosts that answer, or the schools that asked. */
export interface Notice {
  readonly template: string;
  readonly to: 'host' | 'school';
  readonly placements: readonly Placement[];
  readonly reason?: string | null;
}

/** One e-mail to each coordinator of each organisation concerned, however many placements it is about. */
export async function notify(tx: Tx, { template, to, placements, reason }: Notice): Promise<void> {
  const idOf = (row: Placement) => (to === 'host' ? row.hostOrganisationId : row.sendingOrganisationId);
  const otherOf = (row: Placement) => (to === 'host' ? row.sendingOrganisationId : row.hostOrganisationId);
  const concerned = placements.filter((row) => idOf(row) !== null);
  const ids = [...new Set(concerned.map(idOf))].filter((id) => id !== null);
  if (ids.length === 0) return;
  const readers = await readersOf(tx, ids, to === 'host' ? 'hostCoordinator' : 'sendingCoordinator');
  const outline = await outlineOf(tx, concerned);
  const others = await tx.db.query<{ id: string; name: string }>(
    'SELECT id, name FROM organisation WHERE id = ANY($1::uuid[])',
    [concerned.map(otherOf)],
  );
  const names = new Map(others.map((row) => [row.id, row.name]));
  await tx.mails(
    readers.map((reader): OutgoingMail => {
      const own = concerned.filter((row) => idOf(row) === reader.organisationId);
      const from = [...new Set(own.map((row) => names.get(otherOf(row) ?? '') ?? ''))].filter(Boolean).join(', ');
      const flowIds = new Set(own.map((row) => row.flowId));
      const page = to === 'host' ? '/host/requests' : '/sending/placements';
      const query = flowIds.size === 1 ? `?flow=${[...flowIds].join('')}` : '';
      return {
        recipient: reader.email,
        recipientName: reader.name,
        template,
        locale: reader.locale,
        organisationId: own[0]?.sendingOrganisationId ?? null,
        data: {
          name: reader.name,
          organisation: reader.organisationName,
          from,
          count: own.length,
          lines: counted(own.map((row) => outline.get(row.id) ?? '')),
          reason: reason ?? null,
          url: `${tx.ctx.runtime.settings.publicUrl}${page}${query}`,
        },
      };
    }),
  );
}

interface TutorFacts {
  membershipId: string;
  personId: string;
  organisationId: string;
  companyName: string;
  name: string;
  email: string;
  locale: string;
}

/** The tutors of these placements, each at their company. */
export async function tutorsOf(tx: Tx, placements: readonly Placement[]): Promise<TutorFacts[]> {
  return tx.db.query<TutorFacts & QueryResultRow>(
    `SELECT m.id AS "membershipId", p.id AS "personId", o.id AS "organisationId", o.name AS "companyName",
            p.display_name AS name, p.email, p.locale
     FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.organisation_id
     WHERE m.role = 'companyTutor' AND m.ended_at IS NULL AND m.person_id = ANY($1::uuid[]) AND o.id = ANY($2::uuid[])
     ORDER BY m.id`,
    [placements.map((row) => row.tutorPersonId), placements.map((row) => row.companyId)],
  );
}

/** The learners' names by placement. */
export async function namesOf(tx: Tx, placements: readonly Placement[]): Promise<Map<string, string>> {
  const rows = await tx.db.query<{ id: string; name: string }>(
    `SELECT x.id, p.first_name || ' ' || p.last_name AS name FROM placement x JOIN participant p ON p.id = x.participant_id
     WHERE x.id = ANY($1::uuid[])`,
    [placements.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/**
 * One e-mail to each tutor at each company, with who comes and when; with a link of its own for all of these
 * mobilities where they are to be taken care of.
 */
export async function tellTutors(
  tx: Tx,
  placements: readonly Placement[],
  template: 'placements:tutor' | 'placements:tutor-released',
): Promise<void> {
  const withTutor = placements.filter((row) => row.tutorPersonId !== null && row.companyId !== null);
  if (withTutor.length === 0) return;
  const names = await namesOf(tx, withTutor);
  const tutors = (await tutorsOf(tx, withTutor))
    .map((tutor) => ({
      ...tutor,
      own: withTutor
        .filter((row) => row.tutorPersonId === tutor.personId && row.companyId === tutor.organisationId)
        .sort((a, b) => a.startsOn.localeCompare(b.startsOn)),
    }))
    .filter(({ own }) => own.length > 0);
  const links =
    template === 'placements:tutor'
      ? await makeSeats(
          tx,
          'company',
          tutors.map(({ membershipId, own }) => ({
            membershipId,
            mobilityIds: own.map((row) => row.mobilityId),
            lastDay:
              own
                .map(({ endsOn }) => endsOn)
                .sort()
                .at(-1) ?? '',
          })),
        )
      : [];
  await tx.mails(
    tutors.map((tutor, at): OutgoingMail => ({
      recipient: tutor.email,
      recipientName: tutor.name,
      template,
      locale: tutor.locale,
      organisationId: tutor.own[0]?.sendingOrganisationId ?? null,
      mobilityIds: tutor.own.map((row) => row.mobilityId),
      page: '/company/learners',
      data: {
        name: tutor.name,
        company: tutor.companyName,
        count: tutor.own.length,
        lines: tutor.own.map((row) => [names.get(row.id) ?? '', row.startsOn, row.endsOn].join('|')).join('\n'),
        url: links[at] ?? null,
      },
    })),
  );
}

/** Ends the tutors' links to these mobilities. */
export async function endSeats(
  tx: Tx,
  rows: readonly Pick<Mobility, 'id' | 'tutorPersonId' | 'companyId'>[],
): Promise<void> {
  await tx.db.query(
    `UPDATE seat s SET mobility_ids = rest.ids, revoked_at = CASE WHEN rest.ids = '{}' THEN now() END
     FROM (
       SELECT s.id, ARRAY(SELECT unnest(s.mobility_ids) EXCEPT SELECT r.id FROM jsonb_to_recordset($1::jsonb) r(id uuid, "tutorPersonId" uuid, "companyId" uuid)
                          WHERE r."tutorPersonId" = m.person_id AND r."companyId" = m.organisation_id) AS ids
       FROM seat s JOIN membership m ON m.id = s.membership_id
       WHERE s.revoked_at IS NULL AND EXISTS (
         SELECT 1 FROM jsonb_to_recordset($1::jsonb) r(id uuid, "tutorPersonId" uuid, "companyId" uuid)
         WHERE r."tutorPersonId" = m.person_id AND r."companyId" = m.organisation_id AND r.id = ANY(s.mobility_ids))
     ) rest WHERE s.id = rest.id`,
    [JSON.stringify(rows.map(({ id, tutorPersonId, companyId }) => ({ id, tutorPersonId, companyId })))],
  );
}
