import { type DomainEvent, type OutgoingMail, type Tx } from '@softmob/api-kit';
import { makeSeats } from '@softmob/identity-api';
import { type QueryResultRow } from 'pg';
import { tellTutors } from './notices';
import { type Placement } from './placement.entity';
import { placements } from './placement.loaders';

/** How the learning agreement stands after the company changed: to be signed anew, being written, or not begun. */
export type AgreementAfter = 'sign' | 'draft' | 'none';

interface Facts extends QueryResultRow {
  learner: string;
  flow: string;
  formerCompany: string;
  company: string;
  town: string;
  tutor: string;
  tutorEmail: string;
  schoolId: string;
  participantPersonId: string;
  guardianPersonId: string | null;
  hostId: string | null;
  endsOn: string;
  abroad: boolean;
}

interface Reader extends QueryResultRow {
  role: 'participant' | 'guardian' | 'hostCoordinator' | 'sendingCoordinator' | 'companyTutor';
  membershipId: string;
  email: string;
  name: string;
  locale: string;
}

/** A guardian is told as long as the participant is a minor. */
async function factsOf(tx: Tx, event: DomainEvent): Promise<Facts> {
  const [facts] = await tx.db.query<Facts>(
    `SELECT p.first_name || ' ' || p.last_name AS learner, f.code AS flow, old.name AS "formerCompany", c.name AS company, c.town,
            t.display_name AS tutor, t.email AS "tutorEmail", m.sending_organisation_id AS "schoolId",
            m.participant_person_id AS "participantPersonId",
            CASE WHEN m.adult_on > $3::date THEN m.guardian_person_id END AS "guardianPersonId",
            m.host_organisation_id AS "hostId", m.ends_on AS "endsOn", m.stage = 'abroad' AS abroad
     FROM placement x JOIN mobility m ON m.id = x.mobility_id JOIN participant p ON p.id = m.participant_id
     JOIN flow f ON f.id = m.flow_id JOIN organisation c ON c.id = x.company_id JOIN person t ON t.id = x.tutor_person_id
     JOIN placement b ON b.id = $2 JOIN organisation old ON old.id = b.company_id WHERE x.id = $1`,
    [event.subjectId, event.before?.placementId, tx.actor.today],
  );
  if (!facts) throw new Error('A placement that was just made has gone');
  return facts;
}

/** The family, the former tutor, and whichever of school and host did not decide it. */
function readersOf(tx: Tx, event: DomainEvent, facts: Facts): Promise<Reader[]> {
  const byHost = event.audience === 'hostCoordinator';
  return tx.db.query<Reader>(
    `SELECT DISTINCT ON (m.role, p.id) m.role, m.id AS "membershipId", p.email, p.display_name AS name, p.locale
     FROM membership m JOIN person p ON p.id = m.person_id
     WHERE m.ended_at IS NULL AND (
       (m.role = 'participant' AND m.person_id = $1) OR (m.role = 'guardian' AND m.person_id = $2)
       OR (m.role = $3 AND m.organisation_id = $4)
       OR (m.role = 'companyTutor' AND m.person_id = $5 AND m.organisation_id = $6))
     ORDER BY m.role, p.id, m.created_at`,
    [
      facts.participantPersonId,
      facts.guardianPersonId,
      byHost ? 'sendingCoordinator' : 'hostCoordinator',
      byHost ? facts.schoolId : facts.hostId,
      event.before?.tutorPersonId,
      event.before?.companyId,
    ],
  );
}

const PATH = {
  participant: '/participant/agreements',
  guardian: '/participant/agreements',
  hostCoordinator: '/host/agreements',
  sendingCoordinator: '/sending/agreements',
} as const;

/** Where in their portal a reader finds it. */
function pageFor({ role }: Reader, { mobilityId }: DomainEvent): string {
  if (role === 'companyTutor') return '/company/learners';
  return role === 'sendingCoordinator' ? `${PATH[role]}/${mobilityId ?? ''}` : PATH[role];
}

/** Guardians come in by a link of their own. */
async function linksOf(tx: Tx, event: DomainEvent, facts: Facts, readers: readonly Reader[]): Promise<string[]> {
  const mobilityIds = [event.mobilityId ?? ''];
  return makeSeats(
    tx,
    'participant',
    readers.map(({ membershipId }) => ({ membershipId, mobilityIds, lastDay: facts.endsOn })),
  );
}

/** The new tutor hears of the learner as every tutor does, with a link of their own. */
async function tellNewTutor(tx: Tx, placementId: string): Promise<void> {
  const made = await tx.db.query<Placement & QueryResultRow>(
    `SELECT ${placements.select('x')} FROM placement x WHERE x.id = $1`,
    [placementId],
  );
  await tellTutors(tx, made, 'placements:tutor');
}

/** What the tutor of the company that cannot go on is told: no word of where the learner goes, or why. */
const wordsForFormer = (tx: Tx, { before, after }: DomainEvent): OutgoingMail['data'] => ({
  last: before?.status === 'ended' ? String(before.endsOn) : null,
  stillOpen: Number(before?.status === 'ended' && String(after?.startsOn) > tx.actor.today),
});

/** What everybody else is told. */
const wordsForOthers = (event: DomainEvent, facts: Facts, agreement: AgreementAfter, url: string) => ({
  flow: facts.flow,
  company: facts.company,
  town: facts.town,
  tutor: facts.tutor,
  tutorEmail: facts.tutorEmail,
  from: String(event.after?.startsOn),
  to: facts.endsOn,
  reason: String(event.after?.reason),
  agreement,
  url,
});

/**
 * Tells everybody concerned once that another company takes over, and what they do next: the family, the former and the
 * new tutor, and the school or the host, whichever did not decide it. Why it happened stays between family, school and host.
 */
export async function tellOfReplacement(tx: Tx, event: DomainEvent, agreement: AgreementAfter): Promise<void> {
  const facts = await factsOf(tx, event);
  const readers = await readersOf(tx, event, facts);
  const guardians = readers.filter(({ role }) => role === 'guardian');
  const links = await linksOf(tx, event, facts, guardians);
  const { publicUrl } = tx.ctx.runtime.settings;
  const wordsFor = (reader: Reader) => {
    if (reader.role === 'companyTutor') return wordsForFormer(tx, event);
    const url = links[guardians.indexOf(reader)] ?? `${publicUrl}${pageFor(reader, event)}`;
    return wordsForOthers(event, facts, agreement, url);
  };
  await tx.mails(
    readers.map((reader): OutgoingMail => ({
      recipient: reader.email,
      recipientName: reader.name,
      template: reader.role === 'companyTutor' ? 'placements:ended' : 'placements:moved',
      locale: reader.locale,
      organisationId: facts.schoolId,
      mobilityIds: [event.mobilityId ?? ''],
      page: pageFor(reader, event),
      data: {
        name: reader.name,
        role: reader.role,
        learner: facts.learner,
        formerCompany: facts.formerCompany,
        ...wordsFor(reader),
      },
    })),
  );
  await tellNewTutor(tx, event.subjectId);
}
