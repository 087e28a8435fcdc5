import { BEFORE_DEPARTURE, happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';

let harness: Harness;
let coordinator: Agent;
let flow: { flowId: string; mobilityIds: string[] };

const DEPARTURE = `query ($id: ID!) { departure(flowId: $id) { daysToDeparture flowSteps { stepKey role }
  rows { id missing { stepKey title role names dueOn late waits } decision { decision reason missing decidedBy } mobility { id stage } } } }`;
const DECIDE = `mutation ($input: DecideDepartureInput!) { decideDeparture(input: $input) { mobilityId decision reason missing } }`;
interface Row {
  id: string;
  missing: { stepKey: string; role: string; names: string[]; waits: boolean }[];
  decision: { decision: string; reason: string | null; decidedBy: string } | null;
}
interface Departure {
  departure: { daysToDeparture: number; flowSteps: { stepKey: string }[]; rows: Row[] };
}
const rowsOf = async (who: Agent) => (await who.ask<Departure>(DEPARTURE, { id: flow.flowId })).departure.rows;
const BUT_INSURANCE = BEFORE_DEPARTURE.filter((type) => type !== 'document.verified.insurance');

beforeAll(async () => {
  harness = await startHarness();
  const { own } = harness.world;
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  flow = await makeFlow(harness, own, { code: 'N-1', people: 4, startsIn: 10 });
  for (const type of ['mobility.selected', ...BUT_INSURANCE]) {
    await happen(
      harness,
      flow.mobilityIds.map((id) => ofMobility(own, flow.flowId, id, type)),
    );
  }
  await happen(
    harness,
    flow.mobilityIds.slice(0, 2).map((id) => ofMobility(own, flow.flowId, id, 'document.verified.insurance')),
  );
});
afterAll(() => harness.close());

describe('go or no-go', () => {
  it('says of each participant what is missing and who holds it, and of the flow as a whole', async () => {
    const { departure } = await coordinator.ask<Departure>(DEPARTURE, { id: flow.flowId });
    expect(departure.daysToDeparture).toBe(10);
    expect(departure.flowSteps.map(({ stepKey }) => stepKey)).toContain('book-travel');
    expect(departure.flowSteps.map(({ stepKey }) => stepKey)).not.toContain('decide-departure');
    expect(departure.rows.map(({ missing }) => missing.length)).toEqual([0, 0, 1, 1]);
    const [insurance] = departure.rows[2]?.missing ?? [];
    expect(insurance).toMatchObject({ waits: false });
    expect(insurance?.names.length).toBeGreaterThan(0);
  });

  it('costs as many statements for four people as for sixty', async () => {
    const { own } = harness.world;
    const large = await makeFlow(harness, own, { code: 'L-1', people: 60, startsIn: 12 });
    await happen(
      harness,
      large.mobilityIds.map((id) => ofMobility(own, large.flowId, id, 'mobility.selected')),
    );
    const few = await coordinator.send<Departure>(DEPARTURE, { id: flow.flowId });
    const many = await coordinator.send<Departure>(DEPARTURE, { id: large.flowId });
    expect(many.data.departure.rows).toHaveLength(60);
    expect(many.statements).toBe(few.statements);
    const decide = (mobilityIds: string[]) =>
      coordinator.send(DECIDE, { input: { mobilityIds, decision: 'go', reason: 'A test of many.' } });
    const one = await decide(large.mobilityIds.slice(0, 1));
    expect((await decide(large.mobilityIds.slice(0, -1))).statements).toBe(one.statements);
  });

  it('lets those go who lack nothing, and others only with a reason', async () => {
    const [first, second, third] = flow.mobilityIds;
    const { decideDeparture } = await coordinator.ask<{ decideDeparture: object[] }>(DECIDE, {
      input: { mobilityIds: [first, second], decision: 'go' },
    });
    expect(decideDeparture).toHaveLength(2);
    const refused = (await coordinator.refused(DECIDE, { input: { mobilityIds: [first, third], decision: 'go' } }))
      .extensions;
    expect(refused).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'DEPARTURE_NOT_READY' });
    expect(refused.missing).toHaveLength(1);
    expect((await rowsOf(coordinator)).filter(({ decision }) => decision)).toHaveLength(2);
    const blank = await coordinator.refused(DECIDE, { input: { mobilityIds: [third], decision: 'go', reason: '  ' } });
    expect(blank.extensions.reason).toBe('DEPARTURE_NOT_READY');
    await coordinator.ask(DECIDE, {
      input: { mobilityIds: [third], decision: 'go', reason: 'The insurer confirmed by telephone.' },
    });
    const row = (await rowsOf(coordinator)).find(({ id }) => id === third);
    expect(row?.decision).toMatchObject({
      decision: 'go',
      reason: 'The insurer confirmed by telephone.',
      decidedBy: 'coordinator',
    });
  });

  it('keeps every decision in the history, the override by its own name', async () => {
    const third = flow.mobilityIds[2];
    const none = await coordinator.refused(DECIDE, { input: { mobilityIds: [third], decision: 'no-go' } });
    expect(none.extensions.fields?.[0]).toMatchObject({ path: 'reason', code: 'REASON_MISSING' });
    await coordinator.ask(DECIDE, { input: { mobilityIds: [third], decision: 'no-go', reason: 'Fell ill.' } });
    const { mobility } = await coordinator.ask<{
      mobility: { history: { type: string; actorName: string; changes: { field: string; after: string }[] }[] };
    }>('query ($id: ID!) { mobility(id: $id) { history { type actorName changes { field after } } } }', { id: third });
    const decided = mobility.history.filter(({ type }) => type.startsWith('mobility.departure'));
    expect(decided.map(({ type }) => type)).toEqual(['mobility.departure-decided', 'mobility.departure-overridden']);
    expect(decided[0]?.changes).toContainEqual({ field: 'reason', after: 'Fell ill.' });
    expect(decided[1]?.changes).toContainEqual({ field: 'reason', after: 'The insurer confirmed by telephone.' });
  });

  it('closes the step of the flow once it is decided for everybody, and not before', async () => {
    const doneHow = async () =>
      (
        await harness.api.runtime.pool.query<{ how: string | null }>(
          `SELECT done_how AS how FROM task WHERE flow_id = $1 AND step_key = 'decide-departure'`,
          [flow.flowId],
        )
      ).rows.map(({ how }) => how);
    expect(await doneHow()).toEqual([null]);
    await coordinator.ask(DECIDE, {
      input: { mobilityIds: [flow.mobilityIds[3]], decision: 'go', reason: 'The policy is on its way.' },
    });
    expect(await doneHow()).toEqual(['event']);
  });

  it('has nothing to decide once somebody has left', async () => {
    const last = flow.mobilityIds[3];
    await harness.api.runtime.pool.query(`UPDATE mobility SET stage = 'abroad' WHERE id = $1`, [last]);
    const input = { mobilityIds: [last], decision: 'no-go', reason: 'Too late.' };
    expect((await coordinator.refused(DECIDE, { input })).extensions.reason).toBe('DEPARTURE_PAST');
  });

  it('is the coordinator’s to decide, the school’s to read, and nobody else’s', async () => {
    const { own, foreign } = harness.world;
    const input = { mobilityIds: [flow.mobilityIds[0]], decision: 'go' };
    const stranger = await harness.as(foreign.people.coordinator, 'sendingCoordinator');
    expect((await stranger.refused(DECIDE, { input })).extensions.code).toBe('NOT_FOUND');
    expect((await stranger.refused(DEPARTURE, { id: flow.flowId })).extensions.code).toBe('NOT_FOUND');
    const teacher = await harness.as(own.people.teacher, 'sendingTeacher');
    expect(await rowsOf(teacher)).toHaveLength(4);
    expect((await teacher.refused(DECIDE, { input })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    for (const [email, audience] of [
      [own.people.host, 'hostCoordinator'],
      [own.people.adult, 'participant'],
      [own.people.tutor, 'companyTutor'],
    ] as const) {
      const refused = await (await harness.as(email, audience)).refused(DEPARTURE, { id: flow.flowId });
      expect(refused.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });
});
