import { type Audience, AUDIENCES, mayEver } from '@softmob/access';
import { ruleOf, viewOf } from '@softmob/api-kit';
import { type GraphQLSchema, type OperationTypeNode } from 'graphql';
import { v4 as uuid } from 'uuid';
import { buildApiSchema } from '../schema';
import { slices } from '../slices';
import { operationFor } from './arguments';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { setStage } from './world';

/** Made from the schema itself: what a slice adds tomorrow is swept without anybody remembering it. */
const schema = buildApiSchema(slices);
const views = new Map(AUDIENCES.map((audience) => [audience, viewOf(schema, [audience])]));
/** Roots that take a secret instead of an id, and what ends the session under test. */
const BY_SECRET = new Set([
  'signIn',
  'signOut',
  'acceptInvitation',
  'requestPasswordReset',
  'enterSeat',
  'invitation',
  'requestSeatCode',
]);
const MARK = /foreign/i;

let harness: Harness;
let foreignIds: { table: string; id: string }[];
const agents = new Map<Audience, Agent>();

beforeAll(async () => {
  harness = await startHarness();
  const { own, foreign, operator } = harness.world;
  const { pool } = harness.api.runtime;
  for (const id of [...own.mobilityIds, ...foreign.mobilityIds]) await setStage(pool, id, 'confirmed');
  const people: readonly [Audience, string][] = [
    ['participant', own.people.adult],
    ['guardian', own.people.guardian],
    ['companyTutor', own.people.tutor],
    ['hostCoordinator', own.people.host],
    ['sendingCoordinator', own.people.coordinator],
    ['sendingTeacher', own.people.teacher],
    ['sendingFinance', own.people.finance],
    ['operator', operator],
  ];
  agents.set('public', harness.stranger);
  for (const [audience, email] of people) agents.set(audience, await harness.as(email, audience));
  const theirs = await harness.as(foreign.people.coordinator, 'sendingCoordinator');
  await theirs.ask(
    `mutation ($id: ID!) { sendMessage(input: { text: "foreign words", to: { kind: "mobility", subjectId: $id, circle: ["participant", "companyTutor"] } }) { id } }`,
    { id: foreign.mobilityIds[1] },
  );
  foreignIds = await idsOfForeigners();
}, 60_000);
afterAll(() => harness.close());

/** One id of every table that has rows of the foreign school, its host, company or learner. */
async function idsOfForeigners(): Promise<{ table: string; id: string }[]> {
  const { foreign } = harness.world;
  return [
    { table: 'organisation (school)', id: foreign.schoolId },
    { table: 'organisation (host)', id: foreign.hostId },
    { table: 'organisation (company)', id: foreign.companyId },
    { table: 'project', id: foreign.projectId },
    { table: 'flow', id: foreign.flowId },
    { table: 'mobility', id: foreign.mobilityIds[1] },
    { table: 'participant', id: foreign.participantIds[1] },
    { table: 'person', id: foreign.personIds[foreign.people.minor] ?? '' },
    ...(await harness.foreignRecords()),
  ];
}

function rootFields(view: GraphQLSchema) {
  const roots = [
    ['query', view.getQueryType()],
    ['mutation', view.getMutationType()],
  ] as const;
  return roots.flatMap(([kind, type]) => Object.values(type?.getFields() ?? {}).map((field) => ({ kind, field })));
}

/** Ids differ between two calls by design; nothing else may. */
const faceless = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');

async function eventsOfForeigners(): Promise<number> {
  const { rows } = await harness.api.runtime.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM event WHERE organisation_id = $1 OR mobility_id = ANY($2::uuid[])',
    [harness.world.foreign.schoolId, harness.world.foreign.mobilityIds],
  );
  return rows[0]?.count ?? 0;
}

describe.each(AUDIENCES)('as %s', (audience) => {
  const view = views.get(audience);
  if (!view) throw new Error(audience);

  it('the view holds exactly what the rules ever allow', () => {
    for (const kind of ['query', 'mutation', 'subscription'] as const) {
      const root = (of: GraphQLSchema) => of.getRootType(kind as OperationTypeNode)?.getFields() ?? {};
      const visible = Object.keys(root(view));
      const allowed = Object.values(root(schema))
        .filter((field) => {
          const rule = ruleOf(field);
          return rule !== undefined && mayEver(rule, audience);
        })
        .map((field) => field.name);
      expect(visible.sort()).toEqual(allowed.sort());
    }
  });

  it('a root field outside the view is refused by the server before anything runs', async () => {
    const agent = agents.get(audience);
    for (const { kind, field } of rootFields(schema)) {
      const there = rootFields(view).some((entry) => entry.kind === kind && entry.field.name === field.name);
      if (there) continue;
      const { query, variables } = operationFor(kind, field, uuid(), 0);
      const { errors } = (await agent?.send(query, variables)) ?? {};
      expect({ field: field.name, code: errors?.[0]?.extensions.code }).toEqual({
        field: field.name,
        code: 'GRAPHQL_VALIDATION_FAILED',
      });
    }
  });

  it.each(
    rootFields(view)
      .filter(({ field }) => !BY_SECRET.has(field.name))
      .map((entry) => [entry.field.name, entry] as const),
  )('%s tells nothing of a foreign id, not even that it exists', async (_name, { kind, field }) => {
    const agent = agents.get(audience);
    if (!agent) throw new Error(audience);
    const unknown = operationFor(kind, field, uuid());
    const before = await eventsOfForeigners();
    const reference = await agent.send(unknown.query, unknown.variables);
    expect(JSON.stringify(reference)).not.toMatch(MARK);
    for (const { table, id } of unknown.takesId ? foreignIds : []) {
      const { query, variables } = operationFor(kind, field, id);
      const answer = await agent.send(query, variables);
      expect({ table, answer: faceless(JSON.stringify([answer.data, answer.errors])) }).toEqual({
        table,
        answer: faceless(JSON.stringify([reference.data, reference.errors])),
      });
    }
    expect(await eventsOfForeigners()).toBe(before);
  });
});

/** design/access: a field of a participant × who asks × the stage. `own` marks the reader's own mobility. */
const STAGES = ['selected', 'proposed', 'confirmed', 'abroad', 'back'] as const;
const FROM_CONFIRMED = ['confirmed', 'abroad', 'back'];
const ALWAYS = [...STAGES];
const NEVER: string[] = [];
const FIELDS: Readonly<Record<string, Partial<Record<Audience, readonly string[]>>>> = {
  firstName: {
    participant: ALWAYS,
    guardian: ALWAYS,
    companyTutor: FROM_CONFIRMED,
    hostCoordinator: FROM_CONFIRMED,
    sendingCoordinator: ALWAYS,
    sendingTeacher: ALWAYS,
    sendingFinance: ALWAYS,
  },
  email: {
    participant: ALWAYS,
    guardian: ALWAYS,
    companyTutor: FROM_CONFIRMED,
    hostCoordinator: FROM_CONFIRMED,
    sendingCoordinator: ALWAYS,
    sendingTeacher: ALWAYS,
    sendingFinance: ALWAYS,
  },
  birthDate: {
    participant: ALWAYS,
    guardian: ALWAYS,
    companyTutor: NEVER,
    hostCoordinator: FROM_CONFIRMED,
    sendingCoordinator: ALWAYS,
    sendingTeacher: NEVER,
    sendingFinance: ALWAYS,
  },
  street: {
    participant: ALWAYS,
    guardian: ALWAYS,
    companyTutor: NEVER,
    hostCoordinator: FROM_CONFIRMED,
    sendingCoordinator: ALWAYS,
    sendingTeacher: NEVER,
    sendingFinance: ALWAYS,
  },
  emergencyPhone: {
    participant: ALWAYS,
    guardian: ALWAYS,
    companyTutor: FROM_CONFIRMED,
    hostCoordinator: FROM_CONFIRMED,
    sendingCoordinator: ALWAYS,
    sendingTeacher: ALWAYS,
    sendingFinance: NEVER,
  },
  diet: {
    participant: ALWAYS,
    guardian: ALWAYS,
    companyTutor: NEVER,
    hostCoordinator: FROM_CONFIRMED,
    sendingCoordinator: ALWAYS,
    sendingTeacher: NEVER,
    sendingFinance: NEVER,
  },
  healthNotes: {
    participant: ALWAYS,
    guardian: ALWAYS,
    companyTutor: NEVER,
    hostCoordinator: NEVER,
    sendingCoordinator: ALWAYS,
    sendingTeacher: NEVER,
    sendingFinance: NEVER,
  },
  fewerOpportunities: {
    participant: ALWAYS,
    guardian: ALWAYS,
    companyTutor: NEVER,
    hostCoordinator: NEVER,
    sendingCoordinator: ALWAYS,
    sendingTeacher: NEVER,
    sendingFinance: ALWAYS,
  },
  fewerOpportunitiesReason: {
    participant: ALWAYS,
    guardian: ALWAYS,
    companyTutor: NEVER,
    hostCoordinator: NEVER,
    sendingCoordinator: ALWAYS,
    sendingTeacher: NEVER,
    sendingFinance: NEVER,
  },
  guardianName: {
    participant: ALWAYS,
    guardian: ALWAYS,
    companyTutor: NEVER,
    hostCoordinator: FROM_CONFIRMED,
    sendingCoordinator: ALWAYS,
    sendingTeacher: ALWAYS,
    sendingFinance: NEVER,
  },
  guardianEmail: {
    participant: ALWAYS,
    guardian: ALWAYS,
    companyTutor: NEVER,
    hostCoordinator: NEVER,
    sendingCoordinator: ALWAYS,
    sendingTeacher: ALWAYS,
    sendingFinance: NEVER,
  },
};

describe.each(STAGES)('a minor’s personal data at the stage %s', (stage) => {
  beforeAll(() => setStage(harness.api.runtime.pool, harness.world.own.mobilityIds[1], stage));

  it.each(Object.keys(FIELDS))('%s is read by exactly those whom the table names', async (field) => {
    const readers: Audience[] = [];
    const { people, mobilityIds } = harness.world.own;
    for (const audience of AUDIENCES) {
      const agent = audience === 'participant' ? await harness.as(people.minor, 'participant') : agents.get(audience);
      const { data } = (await agent?.send<{ mobility: { participant: Record<string, unknown> } } | null>(
        `query ($id: ID!) { mobility(id: $id) { participant { value: ${field} } } }`,
        { id: mobilityIds[1] },
      )) ?? { data: null };
      if (data?.mobility.participant.value != null) readers.push(audience);
    }
    const expected = AUDIENCES.filter((audience) => FIELDS[field]?.[audience]?.includes(stage));
    expect(readers).toEqual(expected);
  });
});

describe('what is read of the sensitive kind', () => {
  it('leaves a line in the access log for the school’s reads, and none for a refused one', async () => {
    const { people, mobilityIds, participantIds } = harness.world.own;
    const { pool } = harness.api.runtime;
    await pool.query('DELETE FROM access_log');
    const query = 'query ($id: ID!) { mobility(id: $id) { participant { healthNotes } } }';
    await (await harness.as(people.coordinator, 'sendingCoordinator')).ask(query, { id: mobilityIds[1] });
    await (await harness.as(people.teacher, 'sendingTeacher')).ask(query, { id: mobilityIds[1] });
    const { rows } = await pool.query('SELECT participant_id, field, audience FROM access_log');
    expect(rows).toEqual([
      { participant_id: participantIds[1], field: 'Participant.healthNotes', audience: 'sendingCoordinator' },
    ]);
  });
});
