import { type DomainEvent, type Tx } from '@softmob/api-kit';
import { type PlannedTask, planSteps, type ProcessStep } from '@softmob/processes-model';
import { UNDOING_PAIRS } from './undone-by';

/** Dates and country for which steps are planned, and the version they come from. */
interface Stay {
  versionId: string;
  startsOn: string;
  endsOn: string;
  country: string;
}

export const STEP_COLUMNS = `step_key, title_en, title_it, phase, role, due_anchor, due_offset, closes_on, needs, due_on`;
export const OF_STEP = `s.key, s."titleEn", s."titleIt", s.phase, s.role, s.anchor, s."offset", s."closesOn", s.needs, s."dueOn"`;
export const STEP_RECORD = `key text, "titleEn" text, "titleIt" text, phase text, role text, anchor text, "offset" integer,
  "closesOn" text, needs text[], "dueOn" date, "minorsOnly" boolean`;
const PLANNED = `jsonb_to_recordset($2::jsonb) AS s("versionId" uuid, "startsOn" date, "endsOn" date, country text, ${STEP_RECORD})`;
const FOR_STAY = (stay: string) =>
  `s."versionId" = f.process_template_version_id AND s."startsOn" = ${stay}.starts_on AND s."endsOn" = ${stay}.ends_on
   AND s.country = o.country`;

export const idsOf = (events: readonly DomainEvent[], key: 'flowId' | 'mobilityId') => [
  ...new Set(events.map((event) => event[key] ?? event.subjectId)),
];

/** A planned step as a row of a statement. */
export const stepRow = (task: PlannedTask) => ({
  key: task.key,
  titleEn: task.title.en,
  titleIt: task.title.it,
  phase: task.phase,
  role: task.role,
  anchor: task.dueAnchor,
  offset: task.dueOffset,
  closesOn: task.closesOn,
  needs: task.needs ?? [],
  dueOn: task.dueOn,
  minorsOnly: task.minorsOnly ?? false,
});

/** Flows that follow no version yet take the newest of their template. */
async function pinVersions(tx: Tx, where: string, ids: readonly string[]): Promise<void> {
  await tx.db.query(
    `UPDATE flow SET process_template_version_id = v.id
     FROM process_template t JOIN LATERAL (SELECT n.id FROM process_template_version n WHERE n.template_id = t.id
                                           ORDER BY n.number DESC LIMIT 1) v ON true
     WHERE flow.process_template_version_id IS NULL AND t.key = flow.process_template AND ${where}`,
    [ids],
  );
}

/** The steps of one scope for every different stay among the mobilities or flows: few rows, however many people. */
async function rowsFor(tx: Tx, stays: readonly Stay[], scope: ProcessStep['scope'] | null): Promise<string> {
  const versions = await tx.db.query<{ id: string; steps: ProcessStep[] }>(
    'SELECT id, steps FROM process_template_version WHERE id = ANY($1::uuid[])',
    [[...new Set(stays.map(({ versionId }) => versionId))]],
  );
  const stepsOf = new Map(versions.map(({ id, steps }) => [id, steps]));
  return JSON.stringify(
    stays.flatMap((stay) =>
      planSteps(stepsOf.get(stay.versionId) ?? [], stay, stay.country)
        .filter((task) => scope === null || task.scope === scope)
        .map((task) => ({ ...stay, ...stepRow(task) })),
    ),
  );
}

const OF_STAY = (stay: string) =>
  `DISTINCT f.process_template_version_id AS "versionId", ${stay}.starts_on AS "startsOn", ${stay}.ends_on AS "endsOn", o.country`;
const OF_SCHOOL = 'JOIN organisation o ON o.id = f.organisation_id';

/** A new flow takes the tasks of its template that belong to the whole of it. */
export async function planFlows(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const ids = idsOf(events, 'flowId');
  await pinVersions(tx, 'flow.id = ANY($1::uuid[])', ids);
  const stays = await tx.db.query<Stay & Record<string, unknown>>(
    `SELECT ${OF_STAY('f')} FROM flow f ${OF_SCHOOL}
     WHERE f.id = ANY($1::uuid[]) AND f.process_template_version_id IS NOT NULL`,
    [ids],
  );
  await tx.db.query(
    `INSERT INTO task (id, organisation_id, flow_id, mobility_id, ${STEP_COLUMNS})
     SELECT gen_random_uuid(), f.organisation_id, f.id, NULL, ${OF_STEP}
     FROM flow f ${OF_SCHOOL} JOIN ${PLANNED} ON ${FOR_STAY('f')}
     WHERE f.id = ANY($1::uuid[]) ON CONFLICT ON CONSTRAINT task_once DO NOTHING`,
    [ids, await rowsFor(tx, stays, 'flow')],
  );
}

/** Selected participants take the tasks of one mobility; those for a guardian where they are minors now or at departure. */
export async function planMobilities(tx: Tx, mobilityIds: readonly string[]): Promise<void> {
  await pinVersions(tx, 'flow.id IN (SELECT flow_id FROM mobility WHERE id = ANY($1::uuid[]))', mobilityIds);
  const stays = await tx.db.query<Stay & Record<string, unknown>>(
    `SELECT ${OF_STAY('m')} FROM mobility m JOIN flow f ON f.id = m.flow_id ${OF_SCHOOL}
     WHERE m.id = ANY($1::uuid[]) AND f.process_template_version_id IS NOT NULL`,
    [mobilityIds],
  );
  await tx.db.query(
    `INSERT INTO task (id, organisation_id, flow_id, mobility_id, ${STEP_COLUMNS})
     SELECT gen_random_uuid(), m.sending_organisation_id, m.flow_id, m.id, ${OF_STEP}
     FROM mobility m JOIN flow f ON f.id = m.flow_id ${OF_SCHOOL} JOIN ${PLANNED} ON ${FOR_STAY('m')}
     WHERE m.id = ANY($1::uuid[]) AND (NOT s."minorsOnly" OR m.adult_on > LEAST(m.starts_on, $3::date))
     ON CONFLICT ON CONSTRAINT task_once DO NOTHING`,
    [mobilityIds, await rowsFor(tx, stays, 'mobility'), tx.actor.today],
  );
}

/** Due days follow the dates of their flow or mobility; what is done keeps the day it was due. */
export async function moveDueDays(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const ids = idsOf(events, 'flowId');
  const stays = await tx.db.query<Stay & Record<string, unknown>>(
    `SELECT ${OF_STAY('d')} FROM flow f ${OF_SCHOOL}
     JOIN LATERAL (SELECT f.starts_on, f.ends_on UNION SELECT m.starts_on, m.ends_on FROM mobility m WHERE m.flow_id = f.id) d ON true
     WHERE f.id = ANY($1::uuid[]) AND f.process_template_version_id IS NOT NULL`,
    [ids],
  );
  await tx.db.query(
    `UPDATE task AS x SET due_on = s."dueOn", due_offset = s."offset", version = x.version + 1
     FROM task t JOIN flow f ON f.id = t.flow_id ${OF_SCHOOL} LEFT JOIN mobility m ON m.id = t.mobility_id
     JOIN ${PLANNED} ON s."versionId" = f.process_template_version_id AND s.key = t.step_key AND s.country = o.country
       AND s."startsOn" = COALESCE(m.starts_on, f.starts_on) AND s."endsOn" = COALESCE(m.ends_on, f.ends_on)
     WHERE x.id = t.id AND t.flow_id = ANY($1::uuid[]) AND t.done_at IS NULL AND t.cancelled_at IS NULL
       AND x.due_on <> s."dueOn"`,
    [ids, await rowsFor(tx, stays, null)],
  );
}

/**
 * A reserve may have taken over a placement before their tasks were planned, and another version may bring new steps:
 * what happened by then, and was not undone since, is done.
 */
export async function closeWhatHappenedBefore(
  tx: Tx,
  mobilityIds: readonly string[],
  stepKeys: readonly string[] | null = null,
): Promise<void> {
  await tx.db.query(
    `UPDATE task AS x SET done_at = e.at, done_by_person_id = e.actor_person_id, done_how = 'event', version = x.version + 1
     FROM (SELECT DISTINCT ON (h.mobility_id, h.type) h.mobility_id, h.type, h.at, h.actor_person_id FROM event h
           WHERE h.mobility_id = ANY($1::uuid[]) AND NOT EXISTS (
             SELECT 1 FROM event u JOIN jsonb_to_recordset($2::jsonb) AS p(by text, type text) ON p.by = u.type
             WHERE u.mobility_id = h.mobility_id AND p.type = h.type AND u.id > h.id)
           ORDER BY h.mobility_id, h.type, h.id) e
     WHERE x.mobility_id = e.mobility_id AND x.closes_on = e.type AND x.done_at IS NULL AND x.cancelled_at IS NULL
       AND ($3::text[] IS NULL OR x.step_key = ANY($3::text[]))`,
    [mobilityIds, UNDOING_PAIRS, stepKeys],
  );
}
