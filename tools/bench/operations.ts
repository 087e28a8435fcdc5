import { COORDINATOR } from './generate';
import { columnsOf, selectionOf, type Shape } from './shape';
import { boardRow, pageRow, task, wholeMobility } from './shapes';

/** The measured operations in the order of the report. */
export const OPERATIONS = ['board', 'one', 'page', 'write'] as const;
export type OperationName = (typeof OPERATIONS)[number];

/** One operation, for both sides. */
export interface Operation {
  readonly name: OperationName;
  /** The least share of the reference's throughput that this house accepts. */
  readonly goal: number;
  readonly document: string;
  /** The reference's whole work: `$1` is the subject, its only column `json` holds the answer's text. */
  readonly sql: string;
  /** The variables of the document for a subject. */
  variables(subject: string): Readonly<Record<string, unknown>>;
  /** Subjects as SQL over `$1`, the school. */
  readonly subjects: string;
  /** Name of the root field, below which the answer lies. */
  readonly root: string;
  /** What of the answer is compared with the reference's. */
  answer(data: never): unknown;
}

const rows = (shape: Shape, from: string) =>
  `SELECT coalesce(json_agg(r), '[]'::json)::text AS json FROM (SELECT ${columnsOf(shape)} ${from}) r`;

const board = (shape: Shape): Operation => ({
  name: 'board',
  goal: 0.3,
  document: `query Board($projectId: ID!) {
    mobilities(filter: { projectId: $projectId }, first: 100) { nodes ${selectionOf(shape)} } }`,
  sql: rows(shape, 'FROM mobility x0 WHERE x0.project_id = $1 ORDER BY x0.sort_name, x0.id LIMIT 100'),
  variables: (projectId) => ({ projectId }),
  subjects: 'SELECT id AS subject FROM project WHERE organisation_id = $1 ORDER BY id',
  root: 'mobilities',
  answer: (data: { mobilities: { nodes: unknown } | unknown[] }) =>
    Array.isArray(data.mobilities) ? data.mobilities : data.mobilities.nodes,
});

const whole = (shape: Shape): Operation => ({
  name: 'one',
  goal: 0.2,
  document: `query One($id: ID!) { mobility(id: $id) ${selectionOf(shape)} }`,
  sql: `SELECT row_to_json(r)::text AS json FROM (SELECT ${columnsOf(shape)} FROM mobility x0 WHERE x0.id = $1) r`,
  variables: (id) => ({ id }),
  subjects: 'SELECT id AS subject FROM mobility WHERE sending_organisation_id = $1 ORDER BY id',
  root: 'mobility',
  answer: (data: { mobility: unknown }) => data.mobility,
});

const page = (shape: Shape): Operation => ({
  name: 'page',
  goal: 0.45,
  document: `query Page($stages: [String!]!) { mobilities(filter: { stages: $stages, order: "departure" }, first: 50) {
    totalCount pageInfo { hasNextPage endCursor } nodes ${selectionOf(shape)} } }`,
  sql: `WITH asked AS (SELECT split_part($1, '/', 1)::uuid AS school, string_to_array(split_part($1, '/', 2), ',') AS stages),
    found AS (SELECT x0.* FROM mobility x0, asked WHERE x0.sending_organisation_id = asked.school AND x0.stage = ANY(asked.stages)
      ORDER BY x0.starts_on, x0.sort_name, x0.id LIMIT 51)
    SELECT json_build_object(
      'totalCount', (SELECT count(*) FROM mobility x, asked WHERE x.sending_organisation_id = asked.school AND x.stage = ANY(asked.stages)),
      'pageInfo', json_build_object('hasNextPage', (SELECT count(*) > 50 FROM found), 'endCursor',
        (SELECT encode(convert_to(concat_ws('|', x.starts_on, x.sort_name, x.id), 'UTF8'), 'base64') FROM found x OFFSET 49 LIMIT 1)),
      'nodes', (SELECT coalesce(json_agg(r), '[]'::json) FROM (SELECT ${columnsOf(shape)} FROM (SELECT * FROM found LIMIT 50) x0) r))::text AS json`,
  variables: (subject) => ({ stages: subject.split('/')[1]?.split(',') }),
  subjects: `SELECT $1::uuid || '/' || stages AS subject
    FROM unnest(ARRAY['confirmed', 'abroad', 'selected,proposed', 'confirmed,abroad,back', 'back', 'selected']) AS stages`,
  root: 'mobilities',
  answer: (data: { mobilities: { pageInfo: object } }) => ({
    ...data.mobilities,
    // A cursor is opaque: each side spells its own.
    pageInfo: { ...data.mobilities.pageInfo, endCursor: 'given' },
  }),
});

const write: Operation = {
  name: 'write',
  goal: 0.4,
  document: `mutation Complete($id: ID!) { completeTask(id: $id) ${selectionOf(task)} }`,
  sql: `WITH x AS (UPDATE task SET done_at = now(), done_how = 'hand', version = version + 1,
      done_by_person_id = (SELECT id FROM person WHERE email = '${COORDINATOR}')
      WHERE id = $1 AND done_at IS NULL RETURNING *),
    said AS (INSERT INTO event (id, type, subject_type, subject_id, organisation_id, flow_id, mobility_id, actor_person_id, audience, at, recorded_at, after)
      SELECT gen_random_uuid(), 'task.completed', 'task', id, organisation_id, flow_id, mobility_id, done_by_person_id, 'sendingCoordinator',
        now(), now(), jsonb_build_object('role', role, 'stepKey', step_key) FROM x)
    SELECT row_to_json(r)::text AS json FROM (SELECT ${columnsOf(task, 'x')} FROM x) r`,
  variables: (id) => ({ id }),
  subjects: 'SELECT id AS subject FROM task WHERE organisation_id = $1 AND done_at IS NULL ORDER BY md5(id::text)',
  root: 'completeTask',
  // Both sides complete the same task, one after the other: its version moves on in between.
  answer: (data: { completeTask: object }) => ({ ...data.completeTask, version: 'moved on' }),
};

/** The operations by name. */
export const operations: Readonly<Record<OperationName, Operation>> = {
  board: board(boardRow),
  one: whole(wholeMobility),
  page: page(pageRow),
  write,
};

/** Opens again what writes have completed, so that every round finds open tasks. */
export const REOPEN = `UPDATE task SET done_at = NULL, done_how = NULL, done_by_person_id = NULL WHERE done_by_person_id =
  (SELECT id FROM person WHERE email = '${COORDINATOR}')`;

/** The school of the coordinator who asks. */
export const SCHOOL = `SELECT m.organisation_id AS id FROM membership m JOIN person p ON p.id = m.person_id
  WHERE p.email = '${COORDINATOR}'`;
