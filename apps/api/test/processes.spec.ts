import { happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { TASKS, type TasksAnswer, tasksOf, step } from './task-asks';

let harness: Harness;
let coordinator: Agent;
let flowId: string;
let mobilityIds: string[];
beforeAll(async () => {
  harness = await startHarness();
  const { own } = harness.world;
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  ({ flowId, mobilityIds } = await makeFlow(harness, own, { code: 'P-1', people: 12, startsIn: 70 }));
  await happen(
    harness,
    mobilityIds.map((id) => ofMobility(own, flowId, id, 'mobility.selected')),
  );
});
afterAll(() => harness.close());

const at = (index: number) => mobilityIds[index] ?? '';

describe('tasks are planned', () => {
  it('a new flow has the tasks of the whole, and everybody selected the tasks of one, due by the dates', async () => {
    const ofFlow = (await tasksOf(coordinator, { flowIds: [flowId] })).filter(({ mobility }) => !mobility);
    expect(ofFlow.map(({ stepKey }) => stepKey)).toContain('book-travel');
    const compose = await step(coordinator, at(0), 'compose-agreement');
    const dueIn = (Date.parse(compose.dueOn) - Date.parse(new Date().toISOString().slice(0, 10))) / 86_400_000;
    expect(dueIn).toBe(70 - 77);
    expect(compose).toMatchObject({ role: 'sendingTeacher', state: 'late' });
  });

  it('selecting a hundred costs as many statements as selecting one, and repeating it plans nothing twice', async () => {
    const { own } = harness.world;
    const many = await makeFlow(harness, own, { code: 'P-2', people: 100, startsIn: 300 });
    const select = (ids: readonly string[]) =>
      happen(
        harness,
        ids.map((id) => ofMobility(own, many.flowId, id, 'mobility.selected')),
      );
    const one = await select(many.mobilityIds.slice(0, 1));
    expect(await select(many.mobilityIds)).toBe(one);
    const { tasks } = await coordinator.ask<TasksAnswer>(TASKS, { filter: { flowIds: [many.flowId] }, first: 1 });
    const perPerson = (await tasksOf(coordinator, { mobilityIds: many.mobilityIds.slice(0, 1) })).length;
    const ofFlow = (await tasksOf(coordinator, { flowIds: [flowId] })).filter(({ mobility }) => !mobility).length;
    expect(tasks.totalCount).toBe(100 * perPerson + ofFlow);
  });

  it('an adult has no task for a guardian, a minor has', async () => {
    const { own } = harness.world;
    await harness.api.runtime.pool.query(`UPDATE flow SET process_template = 'vet-short' WHERE id = $1`, [own.flowId]);
    await happen(
      harness,
      own.mobilityIds.map((id) => ofMobility(own, own.flowId, id, 'mobility.selected')),
    );
    const [adult, minor] = await Promise.all(
      own.mobilityIds.map((id) => tasksOf(coordinator, { mobilityIds: [id], roles: ['guardian'] })),
    );
    expect(adult).toEqual([]);
    expect(minor?.map(({ stepKey }) => stepKey)).toEqual(['accept-as-guardian', 'sign-guardian']);
  });

  it('other dates of the flow move what is open and leave what is done', async () => {
    const { own } = harness.world;
    const moved = await makeFlow(harness, own, { code: 'P-3', people: 2, startsIn: 200 });
    const [first = '', second = ''] = moved.mobilityIds;
    await happen(
      harness,
      moved.mobilityIds.map((id) => ofMobility(own, moved.flowId, id, 'mobility.selected')),
    );
    await happen(harness, [ofMobility(own, moved.flowId, first, 'participant.accepted')]);
    const before = {
      first: await step(coordinator, first, 'accept-place'),
      second: await step(coordinator, second, 'accept-place'),
    };
    const { pool } = harness.api.runtime;
    for (const table of ['flow', 'mobility'])
      await pool.query(
        `UPDATE ${table} SET starts_on = starts_on + 7, ends_on = ends_on + 7 WHERE ${table === 'flow' ? 'id' : 'flow_id'} = $1`,
        [moved.flowId],
      );
    await happen(harness, [
      {
        type: 'flow.changed',
        subjectType: 'flow',
        subjectId: moved.flowId,
        organisationId: own.schoolId,
        flowId: moved.flowId,
      },
    ]);
    expect((await step(coordinator, first, 'accept-place')).dueOn).toBe(before.first.dueOn);
    const later = (await step(coordinator, second, 'accept-place')).dueOn;
    expect(Date.parse(later) - Date.parse(before.second.dueOn)).toBe(7 * 86_400_000);
  });
});

describe('tasks close by themselves', () => {
  it('when the thing is done, only for whom it is done', async () => {
    const { own } = harness.world;
    await happen(harness, [ofMobility(own, flowId, at(0), 'agreement.composed')]);
    expect(await step(coordinator, at(0), 'compose-agreement')).toMatchObject({ state: 'done', doneHow: 'event' });
    expect(await step(coordinator, at(1), 'compose-agreement')).toMatchObject({ state: 'late', doneHow: null });
  });

  it('for a whole cohort in as many statements as for one', async () => {
    const { own } = harness.world;
    const accepted = (ids: readonly string[]) =>
      happen(
        harness,
        ids.map((id) => ofMobility(own, flowId, id, 'participant.accepted')),
      );
    const one = await accepted([at(0)]);
    expect(await accepted(mobilityIds)).toBe(one);
    const states = await Promise.all(mobilityIds.map((id) => step(coordinator, id, 'accept-place')));
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['done']));
  });

  it('also when it was done before the tasks were planned, as for a reserve who takes over a placement', async () => {
    const { own } = harness.world;
    const later = await makeFlow(harness, own, { code: 'P-4', people: 1, startsIn: 30 });
    const [reserve = ''] = later.mobilityIds;
    await happen(harness, [ofMobility(own, later.flowId, reserve, 'placement.proposed')]);
    await happen(harness, [ofMobility(own, later.flowId, reserve, 'mobility.selected')]);
    expect(await step(coordinator, reserve, 'propose-placement')).toMatchObject({ state: 'done', doneHow: 'event' });
    expect((await step(coordinator, reserve, 'confirm-placement')).state).toBe('late');
  });

  it('and open again when the placement falls through', async () => {
    const { own } = harness.world;
    await happen(harness, [ofMobility(own, flowId, at(2), 'placement.confirmed')]);
    expect((await step(coordinator, at(2), 'confirm-placement')).state).toBe('done');
    await happen(harness, [ofMobility(own, flowId, at(2), 'placement.cancelled')]);
    expect(await step(coordinator, at(2), 'confirm-placement')).toMatchObject({ doneHow: null, state: 'soon' });
  });

  it('fall away with a withdrawal, and what was done stays', async () => {
    const { own } = harness.world;
    await happen(harness, [ofMobility(own, flowId, at(11), 'mobility.withdrawn')]);
    expect((await step(coordinator, at(11), 'compose-agreement')).state).toBe('cancelled');
    expect((await step(coordinator, at(11), 'accept-place')).state).toBe('done');
  });
});

describe('the signatures that are waited for', () => {
  const composed = (mobilityId: string, signers: readonly string[]) => ({
    ...ofMobility(harness.world.own, flowId, mobilityId, 'agreement.composed'),
    after: { signers },
  });
  const stateOf = async (mobilityId: string, stepKey: string) => (await step(coordinator, mobilityId, stepKey)).state;

  it('are those that the agreement asks for, and come back when another version asks for them', async () => {
    await happen(harness, [composed(at(4), ['participant', 'sending', 'host'])]);
    expect(await stateOf(at(4), 'sign-company')).toBe('cancelled');
    expect(await stateOf(at(4), 'sign-host')).not.toBe('cancelled');
    await happen(harness, [composed(at(4), ['participant', 'sending', 'company'])]);
    expect(await stateOf(at(4), 'sign-company')).not.toBe('cancelled');
    expect(await stateOf(at(4), 'sign-host')).toBe('cancelled');
  });

  it('fall away once the agreement is in force without them', async () => {
    await happen(harness, [ofMobility(harness.world.own, flowId, at(5), 'agreement.locked')]);
    expect(await stateOf(at(5), 'sign-company')).toBe('cancelled');
    expect(await stateOf(at(5), 'lock-agreement')).toBe('done');
  });

  it('do not name the company where the host stands for the workplace, from the beginning', async () => {
    const { own } = harness.world;
    const { pool } = harness.api.runtime;
    const made = await makeFlow(harness, own, { code: 'P-5', people: 1, startsIn: 90 });
    const [one = ''] = made.mobilityIds;
    await pool.query(`UPDATE flow SET hosting_party = 'host' WHERE id = $1`, [made.flowId]);
    await happen(harness, [ofMobility(own, made.flowId, one, 'mobility.selected')]);
    expect(await stateOf(one, 'sign-company')).toBe('cancelled');
    expect(await stateOf(one, 'sign-host')).not.toBe('cancelled');
    await pool.query(`UPDATE flow SET hosting_party = 'company' WHERE id = $1`, [made.flowId]);
    await happen(harness, [{ ...ofMobility(own, made.flowId, one, 'flow.changed'), mobilityId: null }]);
    expect(await stateOf(one, 'sign-company')).not.toBe('cancelled');
  });

  it('stay done when the signer withdraws, and open again when the placement falls through', async () => {
    const { own } = harness.world;
    const facts = (type: string, after?: Record<string, unknown>) => ({
      ...ofMobility(own, flowId, at(6), type),
      ...(after ? { after } : {}),
    });
    await happen(harness, [facts('agreement.signed.host')]);
    await happen(harness, [facts('placement.cancelled', { withdrawn: true })]);
    expect(await stateOf(at(6), 'sign-host')).toBe('done');
    await happen(harness, [facts('placement.cancelled')]);
    expect(await stateOf(at(6), 'sign-host')).not.toBe('done');
  });
});
