import { happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';

let harness: Harness;
let coordinator: Agent;
let teacher: Agent;
let flowId: string;
let mobilityIds: string[];

const TASKS = `query ($filter: TaskFilter, $first: Int, $after: String) {
  tasks(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id stepKey title state role dueOn doneAt doneHow doneBy cancelledAt version flow { code } mobility { id } }
  }
}`;
interface Node {
  id: string;
  stepKey: string;
  title: string;
  state: string;
  role: string;
  dueOn: string;
  doneHow: string | null;
  doneBy: string | null;
  cancelledAt: string | null;
  version: number;
  mobility: { id: string } | null;
}
interface TasksAnswer {
  tasks: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: Node[] };
}

const tasksOf = async (who: Agent, filter: object) =>
  (await who.ask<TasksAnswer>(TASKS, { filter, first: 500 })).tasks.nodes;
const step = async (who: Agent, mobilityId: string, stepKey: string): Promise<Node> => {
  const [found] = await tasksOf(who, {
    mobilityIds: [mobilityId],
    stepKeys: [stepKey],
    states: ['open', 'done', 'cancelled'],
  });
  if (!found) throw new Error(`No task ${stepKey}`);
  return found;
};
const at = (index: number) => mobilityIds[index] ?? '';

beforeAll(async () => {
  harness = await startHarness();
  const { own } = harness.world;
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  teacher = await harness.as(own.people.teacher, 'sendingTeacher');
  ({ flowId, mobilityIds } = await makeFlow(harness, own, { code: 'P-1', people: 12, startsIn: 70 }));
  await happen(
    harness,
    mobilityIds.map((id) => ofMobility(own, flowId, id, 'mobility.selected')),
  );
});
afterAll(() => harness.close());

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

describe('saying by hand that a task is done', () => {
  const COMPLETE =
    'mutation ($id: ID!, $v: Int) { completeTask(id: $id, expectedVersion: $v) { id doneHow doneBy version } }';
  const REOPEN = 'mutation ($id: ID!, $v: Int) { reopenTask(id: $id, expectedVersion: $v) { id doneHow version } }';
  const MANY = 'mutation ($ids: [ID!]!) { completeTasks(ids: $ids) { id doneHow } }';

  it('is for whoever holds it; the coordinator may take it back, and the history keeps both', async () => {
    const prepare = (await tasksOf(teacher, { flowIds: [flowId], stepKeys: ['prepare-participants'] }))[0];
    if (!prepare) throw new Error('No task');
    const { completeTask } = await teacher.ask<{ completeTask: Node }>(COMPLETE, {
      id: prepare.id,
      v: prepare.version,
    });
    expect(completeTask).toMatchObject({ doneHow: 'hand', doneBy: 'teacher' });
    expect((await teacher.refused(COMPLETE, { id: prepare.id })).extensions).toMatchObject({
      code: 'ILLEGAL_STATE',
      reason: 'TASK_DONE',
    });
    expect((await coordinator.refused(REOPEN, { id: prepare.id, v: prepare.version })).extensions.code).toBe(
      'CONFLICT',
    );
    await coordinator.ask(REOPEN, { id: prepare.id, v: completeTask.version });
    const { rows } = await harness.api.runtime.pool.query(
      `SELECT type, audience FROM event WHERE subject_id = $1 ORDER BY id`,
      [prepare.id],
    );
    expect(rows).toEqual([
      { type: 'task.completed', audience: 'sendingTeacher' },
      { type: 'task.reopened', audience: 'sendingCoordinator' },
    ]);
  });

  it('is refused to a teacher for the coordinator’s tasks, and to everybody else where a task closes by itself', async () => {
    const travel = (await tasksOf(teacher, { flowIds: [flowId], stepKeys: ['book-travel'] }))[0];
    expect((await teacher.refused(COMPLETE, { id: travel?.id })).extensions.code).toBe('FORBIDDEN');
    const compose = await step(teacher, at(3), 'compose-agreement');
    expect((await teacher.refused(COMPLETE, { id: compose.id })).extensions).toMatchObject({
      code: 'ILLEGAL_STATE',
      reason: 'TASK_CLOSES_BY_ITSELF',
    });
    const finance = await harness.as(harness.world.own.people.finance, 'sendingFinance');
    expect((await finance.refused(COMPLETE, { id: compose.id })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('works for many at once in as many statements as for one, all or none', async () => {
    const ids = (
      await tasksOf(coordinator, { flowIds: [flowId], stepKeys: ['participant-report'], states: ['open'] })
    ).map(({ id }) => id);
    const [first = '', ...rest] = ids;
    const foreignCoordinator = await harness.as(harness.world.foreign.people.coordinator, 'sendingCoordinator');
    expect((await foreignCoordinator.refused(MANY, { ids })).extensions.code).toBe('NOT_FOUND');
    const one = await coordinator.send(MANY, { ids: [first] });
    const many = await coordinator.send<{ completeTasks: Node[] }>(MANY, { ids: rest });
    expect(many.data.completeTasks).toHaveLength(10);
    expect(many.statements).toBe(one.statements);
  });
});

describe('who sees which task', () => {
  it('a foreign school finds nothing, neither in lists nor by id', async () => {
    const stranger = await harness.as(harness.world.foreign.people.coordinator, 'sendingCoordinator');
    expect(await tasksOf(stranger, { flowIds: [flowId] })).toEqual([]);
    const { id } = await step(coordinator, at(0), 'compose-agreement');
    const foreign = await stranger.refused('query ($id: ID!) { task(id: $id) { id } }', { id });
    expect(foreign.extensions.code).toBe('NOT_FOUND');
  });

  it('tutor, host, participant and guardian see the tasks that they hold, and no others', async () => {
    const { own } = harness.world;
    await harness.api.runtime.pool.query(`UPDATE mobility SET stage = 'confirmed' WHERE id = ANY($1::uuid[])`, [
      own.mobilityIds,
    ]);
    const mine = async (email: string, audience: 'companyTutor' | 'hostCoordinator' | 'participant' | 'guardian') => {
      const who = await harness.as(email, audience);
      const { tasks } = await who.ask<{ tasks: { nodes: { role: string; mobility: { id: string } | null }[] } }>(
        '{ tasks(first: 500) { nodes { role mobility { id } } } }',
      );
      expect(tasks.nodes.length).toBeGreaterThan(0);
      expect(new Set(tasks.nodes.map(({ role }) => role))).toEqual(new Set([audience]));
      return new Set(tasks.nodes.map(({ mobility }) => mobility?.id));
    };
    expect(await mine(own.people.adult, 'participant')).toEqual(new Set([own.mobilityIds[0]]));
    expect(await mine(own.people.guardian, 'guardian')).toEqual(new Set([own.mobilityIds[1]]));
    expect((await mine(own.people.tutor, 'companyTutor')).size).toBeGreaterThan(2);
    expect((await mine(own.people.host, 'hostCoordinator')).size).toBeGreaterThan(2);
  });

  it('a list costs as many statements for ten rows as for a hundred, and pages without gaps', async () => {
    const few = await coordinator.send<TasksAnswer>(TASKS, { filter: { flowIds: [flowId] }, first: 10 });
    const many = await coordinator.send<TasksAnswer>(TASKS, { filter: { flowIds: [flowId] }, first: 100 });
    expect(many.statements).toBe(few.statements);
    const next = await coordinator.ask<TasksAnswer>(TASKS, {
      filter: { flowIds: [flowId] },
      first: 90,
      after: few.data.tasks.pageInfo.endCursor,
    });
    expect([...few.data.tasks.nodes, ...next.tasks.nodes].map(({ id }) => id)).toEqual(
      many.data.tasks.nodes.map(({ id }) => id),
    );
  });

  it('speaks the reader’s language when asked', async () => {
    const { id } = await step(coordinator, at(0), 'compose-agreement');
    const { task } = await coordinator.ask<{ task: { en: string; it: string } }>(
      'query ($id: ID!) { task(id: $id) { en: title(locale: "en") it: title(locale: "it") } }',
      { id },
    );
    expect(task).toEqual({ en: 'Compose the learning agreement', it: 'Comporre il contratto di apprendimento' });
  });
});

describe('what a host has to do', () => {
  const COMPLETE = 'mutation ($id: ID!) { completeTask(id: $id) { id state version } }';
  const REOPEN = 'mutation ($id: ID!) { reopenTask(id: $id) { id state } }';
  const MINE = `{ taskGroups(mine: true, openOnly: true) { stepKey role closesOn taskIds flow { id } } }`;
  type Mine = { taskGroups: { stepKey: string; role: string; taskIds: string[]; flow: { id: string } }[] };
  let host: Agent;
  let other: Agent;
  let shared: { flowId: string; mobilityIds: string[] };

  beforeAll(async () => {
    const { own, foreign } = harness.world;
    const { pool } = harness.api.runtime;
    host = await harness.as(own.people.host, 'hostCoordinator');
    other = await harness.as(foreign.people.host, 'hostCoordinator');
    shared = await makeFlow(harness, own, { code: 'P-6', people: 2, startsIn: 80 });
    await happen(
      harness,
      shared.mobilityIds.map((id) => ofMobility(own, shared.flowId, id, 'mobility.selected')),
    );
    await pool.query('UPDATE flow SET host_organisation_id = NULL WHERE id = $1', [shared.flowId]);
    await pool.query(`UPDATE mobility SET host_organisation_id = $2, stage = 'proposed' WHERE id = $1`, [
      shared.mobilityIds[1],
      foreign.hostId,
    ]);
  });

  const brief = async () => (await tasksOf(coordinator, { flowIds: [shared.flowId], stepKeys: ['brief-tutors'] }))[0];

  it('is listed for its own learners alone, in a flow that names no host or another one', async () => {
    const FLOW = 'query ($id: ID!) { flow(id: $id) { code } mobilities(filter: { flowIds: [$id] }) { nodes { id } } }';
    type Seen = { flow: { code: string }; mobilities: { nodes: { id: string }[] } };
    for (const [who, own] of [
      [host, shared.mobilityIds[0]],
      [other, shared.mobilityIds[1]],
    ] as const) {
      const seen = await who.ask<Seen>(FLOW, { id: shared.flowId });
      expect(seen).toEqual({ flow: { code: 'P-6' }, mobilities: { nodes: [{ id: own }] } });
      const { tasks } = await who.ask<TasksAnswer>(
        'query ($filter: TaskFilter) { tasks(filter: $filter, first: 100) { nodes { mobility { id } } } }',
        { filter: { flowIds: [shared.flowId] } },
      );
      expect(new Set(tasks.nodes.map(({ mobility }) => mobility?.id ?? 'flow'))).toEqual(new Set([own, 'flow']));
    }
    await harness.api.runtime.pool.query(`UPDATE mobility SET stage = 'selected' WHERE id = $1`, [
      shared.mobilityIds[1],
    ]);
    expect((await other.refused(FLOW, { id: shared.flowId })).extensions.code).toBe('NOT_FOUND');
  });

  it('is ticked and taken back by the host itself; a foreign host finds nothing', async () => {
    const { taskGroups } = await host.ask<Mine>(MINE);
    expect(new Set(taskGroups.map(({ role }) => role))).toEqual(new Set(['hostCoordinator']));
    const id = (await brief())?.id ?? '';
    expect(
      taskGroups.find(({ stepKey, flow }) => stepKey === 'brief-tutors' && flow.id === shared.flowId),
    ).toMatchObject({ taskIds: [id], closesOn: null });
    expect((await other.refused(COMPLETE, { id })).extensions.code).toBe('NOT_FOUND');
    expect(await host.ask(COMPLETE, { id })).toMatchObject({ completeTask: { id, state: 'done' } });
    expect((await other.refused(REOPEN, { id })).extensions.code).toBe('NOT_FOUND');
    expect(await host.ask(REOPEN, { id })).toMatchObject({ reopenTask: { id } });
  });

  it('never is what the school has to do, nor what another host coordinates', async () => {
    const travel = (await tasksOf(coordinator, { flowIds: [shared.flowId], stepKeys: ['book-travel'] }))[0];
    expect((await host.refused(COMPLETE, { id: travel?.id })).extensions.code).toBe('NOT_FOUND');
    const { pool } = harness.api.runtime;
    await pool.query('UPDATE flow SET host_organisation_id = $2 WHERE id = $1', [
      shared.flowId,
      harness.world.foreign.hostId,
    ]);
    expect((await host.refused(COMPLETE, { id: (await brief())?.id })).extensions.code).toBe('NOT_FOUND');
    const byEvent = await step(coordinator, shared.mobilityIds[0] ?? '', 'sign-host');
    expect((await host.refused(COMPLETE, { id: byEvent.id })).extensions).toMatchObject({
      code: 'ILLEGAL_STATE',
      reason: 'TASK_CLOSES_BY_ITSELF',
    });
  });
});
