import { v7 as uuid } from 'uuid';
import { happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { type SchoolWorld } from './world';

const ASSIGN =
  'mutation ($input: AssignTasksInput!) { assignTasks(input: $input) { id version assignee { personId name } } }';
const SNOOZE =
  'mutation ($input: SnoozeTasksInput!) { snoozeTasks(input: $input) { id version snoozedUntil snoozeReason } }';
const WAKE = 'mutation ($tasks: [TaskStepInput!]!) { wakeTasks(tasks: $tasks) { id snoozedUntil snoozeReason } }';
const TASKS = `query ($filter: TaskFilter) {
  tasks(filter: $filter, first: 500) { nodes { id stepKey version dueOn waitsFor { stepKey title role } } }
}`;
const MINE = `query { myTasks(first: 500) { nodes { id } } }`;
const COLLEAGUES = '{ taskColleagues { personId name role } }';

interface Node {
  id: string;
  stepKey: string;
  version: number;
  dueOn: string;
  waitsFor: { stepKey: string; title: string; role: string }[];
}

let harness: Harness;
let own: SchoolWorld;
let coordinator: Agent;
let teacher: Agent;
let host: Agent;
let stranger: Agent;
let flowId: string;
let mobilityIds: string[];
let secondTeacher: string;
let secondHost: string;

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const tasksOf = async (who: Agent, stepKey: string) =>
  (await who.ask<{ tasks: { nodes: Node[] } }>(TASKS, { filter: { flowIds: [flowId], stepKeys: [stepKey] } })).tasks
    .nodes;
const first = async (who: Agent, stepKey: string): Promise<Node> => {
  const [found] = await tasksOf(who, stepKey);
  if (!found) throw new Error(`No task ${stepKey}`);
  return found;
};
const steps = (nodes: readonly Node[]) => nodes.map(({ id }) => ({ id }));
const mineOf = async (who: Agent) =>
  new Set((await who.ask<{ myTasks: { nodes: { id: string }[] } }>(MINE)).myTasks.nodes.map(({ id }) => id));

/** Somebody more with a function; they sign in with nobody's password, since nobody has to. */
async function colleague(name: string, role: string, organisationId: string): Promise<string> {
  const { pool } = harness.api.runtime;
  const id = uuid();
  await pool.query(
    `INSERT INTO person (id, email, display_name, locale, created_at, password_hash)
     SELECT $1, $2, $3, 'en', now(), password_hash FROM person WHERE email = $4`,
    [id, `${name}@more.example`, name, own.people.coordinator],
  );
  await pool.query(
    'INSERT INTO membership (id, person_id, organisation_id, role, created_at) VALUES ($1, $2, $3, $4, now())',
    [uuid(), id, organisationId, role],
  );
  return id;
}

beforeAll(async () => {
  harness = await startHarness();
  ({ own } = harness.world);
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  teacher = await harness.as(own.people.teacher, 'sendingTeacher');
  host = await harness.as(own.people.host, 'hostCoordinator');
  stranger = await harness.as(harness.world.foreign.people.coordinator, 'sendingCoordinator');
  ({ flowId, mobilityIds } = await makeFlow(harness, own, { code: 'T-1', people: 100, startsIn: 70 }));
  await happen(
    harness,
    mobilityIds.map((id) => ofMobility(own, flowId, id, 'mobility.selected')),
  );
  secondTeacher = await colleague('second-teacher', 'sendingTeacher', own.schoolId);
  secondHost = await colleague('second-host', 'hostCoordinator', own.hostId);
});
afterAll(() => harness.close());

describe('giving a task to a colleague', () => {
  it('takes it off the others’ lists and leaves it on the colleague’s, until it is given back', async () => {
    const prepare = await first(coordinator, 'prepare-participants');
    const second = await harness.as('second-teacher@more.example', 'sendingTeacher');
    const { assignTasks } = await coordinator.ask<{ assignTasks: { version: number; assignee: object }[] }>(ASSIGN, {
      input: { tasks: [{ id: prepare.id, expectedVersion: prepare.version }], personId: secondTeacher },
    });
    expect(assignTasks).toEqual([
      { id: prepare.id, version: prepare.version + 1, assignee: { personId: secondTeacher, name: 'second-teacher' } },
    ]);
    expect((await mineOf(teacher)).has(prepare.id)).toBe(false);
    expect((await mineOf(second)).has(prepare.id)).toBe(true);
    await teacher.ask(ASSIGN, { input: { tasks: [{ id: prepare.id }], personId: null } });
    expect((await mineOf(teacher)).has(prepare.id)).toBe(true);
    const { rows } = await harness.api.runtime.pool.query(
      `SELECT type, audience, before->>'assigneePersonId' AS before FROM event WHERE subject_id = $1 ORDER BY id`,
      [prepare.id],
    );
    expect(rows).toEqual([
      { type: 'task.assigned', audience: 'sendingCoordinator', before: null },
      { type: 'task.unassigned', audience: 'sendingTeacher', before: secondTeacher },
    ]);
  });

  it('falls back to the others when the colleague has left', async () => {
    const { pool } = harness.api.runtime;
    const prepare = await first(coordinator, 'prepare-participants');
    await coordinator.ask(ASSIGN, { input: { tasks: [{ id: prepare.id }], personId: secondTeacher } });
    await pool.query('UPDATE membership SET ended_at = now() WHERE person_id = $1', [secondTeacher]);
    expect((await mineOf(teacher)).has(prepare.id)).toBe(true);
    await pool.query('UPDATE membership SET ended_at = NULL WHERE person_id = $1', [secondTeacher]);
    await coordinator.ask(ASSIGN, { input: { tasks: [{ id: prepare.id }], personId: null } });
  });

  it('is refused for whoever has not the function here, and for an older version', async () => {
    const prepare = await first(coordinator, 'prepare-participants');
    const { foreign } = harness.world;
    for (const email of [own.people.host, own.people.finance, own.people.adult]) {
      const { extensions } = await coordinator.refused(ASSIGN, {
        input: { tasks: [{ id: prepare.id }], personId: own.personIds[email] },
      });
      expect(extensions.fields).toMatchObject([{ path: 'personId', code: 'NOT_A_HOLDER' }]);
    }
    const outsider = { tasks: [{ id: prepare.id }], personId: foreign.personIds[foreign.people.teacher] };
    expect((await coordinator.refused(ASSIGN, { input: outsider })).extensions.code).toBe('VALIDATION');
    const old = { tasks: [{ id: prepare.id, expectedVersion: prepare.version - 1 }], personId: secondTeacher };
    expect((await coordinator.refused(ASSIGN, { input: old })).extensions.code).toBe('CONFLICT');
  });

  it('is refused to a teacher for the coordinator’s, to the school for a host’s, and to a foreign school', async () => {
    const [travel, brief] = [await first(coordinator, 'book-travel'), await first(coordinator, 'brief-tutors')];
    const to = (task: Node, personId: string) => ({ input: { tasks: [{ id: task.id }], personId } });
    expect((await teacher.refused(ASSIGN, to(travel, secondTeacher))).extensions.code).toBe('FORBIDDEN');
    expect((await coordinator.refused(ASSIGN, to(brief, secondHost))).extensions.code).toBe('FORBIDDEN');
    expect((await stranger.refused(ASSIGN, to(travel, secondTeacher))).extensions.code).toBe('NOT_FOUND');
    expect((await host.refused(ASSIGN, to(travel, secondHost))).extensions.code).toBe('NOT_FOUND');
  });

  it('is a host’s to do among its own colleagues; another host reads no name of them', async () => {
    const brief = await first(host, 'brief-tutors');
    await host.ask(ASSIGN, { input: { tasks: [{ id: brief.id }], personId: secondHost } });
    expect((await mineOf(host)).has(brief.id)).toBe(false);
    const foreignHost = await harness.as(harness.world.foreign.people.host, 'hostCoordinator');
    expect((await foreignHost.refused(ASSIGN, { input: { tasks: [{ id: brief.id }] } })).extensions.code).toBe(
      'NOT_FOUND',
    );
    const { pool } = harness.api.runtime;
    const READ = 'query ($id: ID!) { task(id: $id) { assignee { name } } }';
    expect(await host.ask(READ, { id: brief.id })).toEqual({ task: { assignee: { name: 'second-host' } } });
    await pool.query('UPDATE flow SET host_organisation_id = $2 WHERE id = $1', [flowId, harness.world.foreign.hostId]);
    await pool.query('UPDATE mobility SET host_organisation_id = $2 WHERE id = $1', [
      mobilityIds[0],
      harness.world.foreign.hostId,
    ]);
    expect(await foreignHost.ask(READ, { id: brief.id })).toEqual({ task: { assignee: null } });
    expect((await mineOf(foreignHost)).has(brief.id)).toBe(true);
    for (const table of ['flow', 'mobility']) {
      await pool.query(
        `UPDATE ${table} SET host_organisation_id = $2 WHERE ${table === 'flow' ? 'id' : 'flow_id'} = $1`,
        [flowId, own.hostId],
      );
    }
    await host.ask(ASSIGN, { input: { tasks: [{ id: brief.id }] } });
  });

  it('offers the colleagues of one’s own organisation alone', async () => {
    const names = async (who: Agent) =>
      (await who.ask<{ taskColleagues: { name: string }[] }>(COLLEAGUES)).taskColleagues.map(({ name }) => name);
    expect(await names(coordinator)).toEqual(['coordinator', 'finance', 'second-teacher', 'teacher']);
    expect(await names(teacher)).toEqual(['second-teacher', 'teacher']);
    expect(await names(host)).toEqual(['host', 'second-host']);
  });
});

describe('putting a task off', () => {
  const until = day(10);

  it('takes it off the list until that day; taking it back brings it there at once', async () => {
    const prepare = await first(teacher, 'prepare-participants');
    await teacher.ask(SNOOZE, { input: { tasks: [{ id: prepare.id }], until, reason: ' The room is taken. ' } });
    expect((await mineOf(teacher)).has(prepare.id)).toBe(false);
    const { clock } = harness.api.runtime;
    clock.moveTo(10);
    try {
      expect((await mineOf(teacher)).has(prepare.id)).toBe(true);
    } finally {
      clock.moveTo(0);
    }
    const { wakeTasks } = await teacher.ask<{ wakeTasks: object[] }>(WAKE, { tasks: [{ id: prepare.id }] });
    expect(wakeTasks).toEqual([{ id: prepare.id, snoozedUntil: null, snoozeReason: null }]);
    expect((await mineOf(teacher)).has(prepare.id)).toBe(true);
    const { rows } = await harness.api.runtime.pool.query(
      `SELECT type, after->>'snoozeReason' AS reason FROM event WHERE subject_id = $1 AND type IN ('task.snoozed', 'task.woken') ORDER BY id`,
      [prepare.id],
    );
    expect(rows).toEqual([
      { type: 'task.snoozed', reason: 'The room is taken.' },
      { type: 'task.woken', reason: null },
    ]);
  });

  it('needs a reason and a day to come', async () => {
    const tasks = [{ id: (await first(teacher, 'prepare-participants')).id }];
    const refusal = async (input: object) =>
      (await teacher.refused(SNOOZE, { input: { tasks, until, reason: 'Because of rain', ...input } })).extensions;
    expect((await refusal({ reason: '  ' })).fields?.[0]?.path).toBe('reason');
    expect((await refusal({ until: day(0) })).fields?.[0]?.code).toBe('SNOOZE_PAST');
  });

  it('goes beyond the departure only when that is confirmed, where it has to be done before', async () => {
    const [prepare, share] = [await first(teacher, 'prepare-participants'), await first(teacher, 'disseminate')];
    const beyond = { until: day(70), reason: 'Held on the train' };
    const both = { tasks: steps([prepare, share]), ...beyond };
    expect((await teacher.refused(SNOOZE, { input: both })).extensions).toMatchObject({
      code: 'ILLEGAL_STATE',
      reason: 'SNOOZE_BEYOND_DEPARTURE',
      missing: ['prepare-participants'],
    });
    await teacher.ask(SNOOZE, { input: { tasks: steps([share]), ...beyond } });
    await teacher.ask(SNOOZE, { input: { ...both, beyondDeparture: true } });
    await teacher.ask(WAKE, { tasks: steps([prepare, share]) });
  });

  it('is refused to a teacher for the coordinator’s, to a foreign school and host, and unknown to everybody else', async () => {
    const travel = await first(coordinator, 'book-travel');
    const input = { tasks: steps([travel]), until, reason: 'Prices will fall' };
    expect((await teacher.refused(SNOOZE, { input })).extensions.code).toBe('FORBIDDEN');
    expect((await stranger.refused(SNOOZE, { input })).extensions.code).toBe('NOT_FOUND');
    expect((await host.refused(SNOOZE, { input })).extensions.code).toBe('NOT_FOUND');
    for (const [email, audience] of [
      [own.people.tutor, 'companyTutor'],
      [own.people.adult, 'participant'],
      [own.people.guardian, 'guardian'],
      [own.people.finance, 'sendingFinance'],
    ] as const) {
      const who = await harness.as(email, audience);
      for (const [query, variables] of [
        [SNOOZE, { input }],
        [WAKE, { tasks: input.tasks }],
        [ASSIGN, { input: { tasks: input.tasks } }],
        [COLLEAGUES, {}],
      ] as const) {
        expect((await who.refused(query, variables)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      }
    }
  });
});

describe('many at once', () => {
  it('cost as many statements as one, all or none', async () => {
    const [one, ...rest] = await tasksOf(coordinator, 'compose-agreement');
    if (!one) throw new Error('No task');
    const assign = (nodes: readonly Node[]) =>
      coordinator.send(ASSIGN, { input: { tasks: steps(nodes), personId: secondTeacher } });
    const few = await assign([one]);
    const many = await assign(rest);
    expect(rest).toHaveLength(99);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    const put = (nodes: readonly Node[]) =>
      coordinator.send(SNOOZE, { input: { tasks: steps(nodes), until: day(5), reason: 'The teacher is ill' } });
    const fewPut = await put([one]);
    const manyPut = await put(rest);
    expect(manyPut.errors).toBeUndefined();
    expect(manyPut.statements).toBe(fewPut.statements);
    const fewWoken = await coordinator.send(WAKE, { tasks: steps([one]) });
    const manyWoken = await coordinator.send(WAKE, { tasks: steps(rest) });
    expect(manyWoken.statements).toBe(fewWoken.statements);
    const mixed = [...steps(rest), { id: uuid() }];
    const refused = await coordinator.refused(ASSIGN, { input: { tasks: mixed, personId: null } });
    expect(refused.extensions.code).toBe('NOT_FOUND');
  });

  it('say what they wait for in as many statements for a hundred as for one', async () => {
    const ask = (filter: object) => coordinator.send<{ tasks: { nodes: Node[] } }>(TASKS, { filter });
    const one = await ask({ mobilityIds: [mobilityIds[0]], stepKeys: ['identity-document'] });
    const many = await ask({ flowIds: [flowId], stepKeys: ['identity-document'] });
    expect(one.data.tasks.nodes[0]?.waitsFor).toEqual([
      { stepKey: 'accept-place', title: 'Accept the place and complete the details', role: 'participant' },
    ]);
    expect(many.data.tasks.nodes).toHaveLength(100);
    expect(many.statements).toBe(one.statements);
    await happen(harness, [ofMobility(own, flowId, mobilityIds[0] ?? '', 'participant.accepted')]);
    const after = await ask({ mobilityIds: [mobilityIds[0]], stepKeys: ['identity-document'] });
    expect(after.data.tasks.nodes[0]?.waitsFor).toEqual([]);
    const decide = await first(coordinator, 'decide-departure');
    expect(decide.waitsFor.map(({ stepKey }) => stepKey)).toEqual(['book-travel', 'prepare-participants']);
  });
});

describe('tasks by flow and step', () => {
  const GROUPS = `query ($mine: Boolean, $snoozed: Boolean, $byPerson: Boolean) {
    taskGroups(mine: $mine, snoozed: $snoozed, byPerson: $byPerson, openOnly: true) {
      id stepKey open waiting snoozedUntil snoozeReason assignee { name } waitsFor { stepKey role count } flow { id }
    }
  }`;
  interface Group {
    id: string;
    stepKey: string;
    open: number;
    snoozedUntil: string | null;
    snoozeReason: string | null;
    assignee: { name: string } | null;
    waitsFor: { stepKey: string; role: string; count: number }[];
    flow: { id: string };
  }
  const groups = async (who: Agent, stepKey: string, variables: object) =>
    (await who.ask<{ taskGroups: Group[] }>(GROUPS, variables)).taskGroups.filter(
      (group) => group.stepKey === stepKey && group.flow.id === flowId,
    );

  it('stand apart by whom they were given to and until when they are put off', async () => {
    const compose = await tasksOf(coordinator, 'compose-agreement');
    await coordinator.ask(ASSIGN, { input: { tasks: steps(compose), personId: null } });
    await coordinator.ask(ASSIGN, { input: { tasks: steps(compose.slice(0, 30)), personId: secondTeacher } });
    const later = { until: day(6), reason: 'The company moves' };
    await coordinator.ask(SNOOZE, { input: { tasks: steps(compose.slice(90)), ...later } });
    const seen = await groups(coordinator, 'compose-agreement', { byPerson: true });
    expect(seen.map(({ open, assignee, snoozedUntil }) => [open, assignee?.name ?? null, snoozedUntil]).sort()).toEqual(
      [
        [10, null, later.until],
        [30, 'second-teacher', null],
        [60, null, null],
      ],
    );
    expect(new Set(seen.map(({ id }) => id)).size).toBe(3);
    const open = async (variables: object) =>
      (await groups(teacher, 'compose-agreement', variables)).map((group) => group.open);
    expect(await open({ mine: true })).toEqual([60]);
    expect(await open({ mine: true, snoozed: true })).toEqual([10]);
    expect(await open({})).toEqual([100]);
    await coordinator.ask(WAKE, { tasks: steps(compose) });
  });

  it('say what keeps them waiting and for how many, in as many statements for many groups as for few', async () => {
    const [identity] = await groups(coordinator, 'identity-document', {});
    expect(identity?.waitsFor).toEqual([{ stepKey: 'accept-place', role: 'participant', count: 99 }]);
    const [few, many] = [await host.send(GROUPS, { mine: true }), await host.send(GROUPS, {})];
    const [all, mine] = [await coordinator.send(GROUPS, {}), await coordinator.send(GROUPS, { mine: true })];
    expect(many.statements).toBe(few.statements);
    expect(all.statements).toBeLessThanOrEqual(mine.statements + 1);
  });
});

describe('taking back many that were marked as done', () => {
  const MANY = 'mutation ($ids: [ID!]!) { completeTasks(ids: $ids) { id } }';
  const BACK = 'mutation ($ids: [ID!]!) { reopenTasks(ids: $ids) { id state } }';

  it('costs as many statements as one, and is refused to whoever could not mark them', async () => {
    const ids = (await tasksOf(coordinator, 'participant-report')).map(({ id }) => id);
    await coordinator.ask(MANY, { ids });
    const finance = await harness.as(own.people.finance, 'sendingFinance');
    expect((await finance.refused(BACK, { ids })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await stranger.refused(BACK, { ids })).extensions.code).toBe('NOT_FOUND');
    expect((await teacher.refused(BACK, { ids })).extensions.code).toBe('FORBIDDEN');
    const one = await coordinator.send(BACK, { ids: ids.slice(0, 1) });
    const rest = await coordinator.send(BACK, { ids: ids.slice(1) });
    expect(rest.errors).toBeUndefined();
    expect(rest.statements).toBe(one.statements);
    const again = await coordinator.refused(BACK, { ids });
    expect(again.extensions.reason).toBe('TASK_OPEN');
  });
});
