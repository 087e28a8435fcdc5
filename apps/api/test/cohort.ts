import { policy } from '@softmob/access';
import { type Ctx, type EventFacts, systemContext, write } from '@softmob/api-kit';
import { v7 as uuid } from 'uuid';
import { type Harness } from './harness';
import { type SchoolWorld } from './world';

/** Appends events as the system would, with every reaction; says how many statements that took. */
export async function happen(harness: Harness, facts: readonly EventFacts[]): Promise<number> {
  const ctx: Ctx = systemContext(harness.api.runtime);
  await write(ctx, policy.identity.operate, (tx) => tx.events(facts));
  return ctx.db.statements;
}

/** The event of one mobility of a school. */
export const ofMobility = (school: SchoolWorld, flowId: string, mobilityId: string, type: string): EventFacts => ({
  type,
  subjectType: 'mobility',
  subjectId: mobilityId,
  organisationId: school.schoolId,
  flowId,
  mobilityId,
});

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** A flow of a school with so many adults in it, and its tasks planned. Days count from today. */
export async function makeFlow(
  harness: Harness,
  school: SchoolWorld,
  options: { code: string; people: number; startsIn: number; country?: string },
): Promise<{ flowId: string; mobilityIds: string[] }> {
  const { pool } = harness.api.runtime;
  const flowId = uuid();
  const [startsOn, endsOn] = [day(options.startsIn), day(options.startsIn + 27)];
  await pool.query(
    `INSERT INTO flow (id, project_id, organisation_id, code, activity_type, country, town, starts_on, ends_on,
       host_organisation_id, process_template, created_at)
     VALUES ($1, $2, $3, $4, 'VET_SHORT', $5, 'Berlin', $6, $7, $8, 'vet-short', now())`,
    [flowId, school.projectId, school.schoolId, options.code, options.country ?? 'DE', startsOn, endsOn, school.hostId],
  );
  const people = Array.from({ length: options.people }, (_none, at) => ({
    person: uuid(),
    participant: uuid(),
    mobility: uuid(),
    name: `${options.code}-${String(at).padStart(3, '0')}`,
  }));
  const records = JSON.stringify(people);
  const rows =
    '(SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(person uuid, participant uuid, mobility uuid, name text)) r';
  await pool.query(
    `INSERT INTO person (id, email, display_name, locale, created_at)
     SELECT r.person, lower(r.name) || '-' || left(r.person::text, 8) || $2 || '@people.example', r.name, 'en', now() FROM ${rows}`,
    [records, school.schoolId.slice(-6)],
  );
  await pool.query(
    `INSERT INTO participant (id, organisation_id, person_id, first_name, last_name, email, birth_date, adult_on, occupation, created_at)
     SELECT r.participant, $2, r.person, r.name, 'Last', r.name || '@people.example', '2000-01-01', '2018-01-01', 'cook', now() FROM ${rows}`,
    [records, school.schoolId],
  );
  await pool.query(
    `INSERT INTO mobility (id, project_id, flow_id, sending_organisation_id, participant_id, participant_person_id, adult_on,
       sort_name, stage, starts_on, ends_on, host_organisation_id, company_id, tutor_person_id, host_access_until, created_at)
     SELECT r.mobility, $2, $3, $4, r.participant, r.person, '2018-01-01', lower(r.name), 'confirmed', $5, $6, $7, $8, $9, $6, now()
     FROM ${rows}`,
    [
      records,
      school.projectId,
      flowId,
      school.schoolId,
      startsOn,
      endsOn,
      school.hostId,
      school.companyId,
      school.personIds[school.people.tutor],
    ],
  );
  const mobilityIds = people.map(({ mobility }) => mobility);
  await happen(harness, [
    { type: 'flow.created', subjectType: 'flow', subjectId: flowId, organisationId: school.schoolId, flowId },
  ]);
  return { flowId, mobilityIds };
}

/** Everything that one person has to have done before departure. */
export const BEFORE_DEPARTURE = [
  'participant.accepted',
  'placement.proposed',
  'placement.confirmed',
  'agreement.composed',
  'agreement.signed.participant',
  'agreement.signed.sending',
  'agreement.signed.host',
  'agreement.signed.company',
  'agreement.locked',
  'document.verified.identity',
  'document.verified.ehic',
  'document.verified.insurance',
];

/** A reserve of a school, by rank; returns the address. */
export async function makeReserve(
  harness: Harness,
  school: SchoolWorld,
  rank: number,
  occupation: string,
): Promise<string> {
  const { pool } = harness.api.runtime;
  const [personId, participantId, email] = [uuid(), uuid(), `reserve${String(rank)}@own.example`];
  await pool.query(
    `INSERT INTO person (id, email, display_name, locale, created_at) VALUES ($1, $2, $2, 'en', now())`,
    [personId, email],
  );
  await pool.query(
    `INSERT INTO membership (id, person_id, organisation_id, role, created_at) VALUES ($1, $2, $3, 'participant', now())`,
    [uuid(), personId, school.schoolId],
  );
  await pool.query(
    `INSERT INTO participant (id, organisation_id, person_id, first_name, last_name, email, birth_date, adult_on, occupation, created_at)
     VALUES ($1, $2, $3, 'Reserve', $4, $5, '2000-01-01', '2018-01-01', $6, now())`,
    [participantId, school.schoolId, personId, `No${String(rank)}`, email, occupation],
  );
  await pool.query(
    'INSERT INTO reserve (id, project_id, organisation_id, participant_id, rank) VALUES ($1, $2, $3, $4, $5)',
    [uuid(), school.projectId, school.schoolId, participantId, rank],
  );
  return email;
}
