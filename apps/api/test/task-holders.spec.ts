import { happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { TASKS, type Node, type TasksAnswer, tasksOf, step } from './task-asks';

let harness: Harness;
let coordinator: Agent;
let teacher: Agent;
let flowId: string;
let mobilityIds: string[];
beforeAll(async () => {
  harness = await startHarness();
  const { own } = harness.world;
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  teacher = await harness.as(own.people.teacher, 'sendingTeacher');
  ({ flowId, mobilityIds } = await makeFlow(harness, own, { code: 'P-1', people: 11, startsIn: 70 }));
  await happen(
    harness,
    mobilityIds.map((id) => ofMobility(own, flowId, id, 'mobility.selected')),
  );
  await harness.api.runtime.pool.query(`UPDATE flow SET process_template = 'vet-short' WHERE id = $1`, [own.flowId]);
  await happen(
    harness,
    own.mobilityIds.map((id) => ofMobility(own, own.flowId, id, 'mobility.selected')),
  );
});
afterAll(() => harness.close());

const at = (index: number) => mobilityIds[index] ?? '';

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
    expect(task).toEqual({ en: 'Compose the learning agreement', it: 'Comporre l’accordo di apprendimento' });
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
