import { makeFlow } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';

const OWN = `query ($filter: TaskFilter) { tasks(filter: $filter, first: 500) { nodes { id state snoozedUntil } } }`;
const COMPLETE = 'mutation ($ids: [ID!]!) { completeTasks(ids: $ids) { id } }';
const REOPEN = 'mutation ($ids: [ID!]!) { reopenTasks(ids: $ids) { id } }';
const SNOOZE = 'mutation ($input: SnoozeTasksInput!) { snoozeTasks(input: $input) { id } }';
const WAKE = 'mutation ($tasks: [TaskStepInput!]!) { wakeTasks(tasks: $tasks) { id } }';
const ASSIGN = 'mutation ($input: AssignTasksInput!) { assignTasks(input: $input) { id } }';
const GROUPS = `query ($mine: Boolean, $snoozed: Boolean) {
  taskGroups(mine: $mine, snoozed: $snoozed, openOnly: true, byPerson: true) { stepKey role taskIds snoozeReason flow { code } }
}`;

interface Group {
  stepKey: string;
  role: string;
  taskIds: string[];
  snoozeReason: string | null;
}

let harness: Harness;
let host: Agent;
let foreignHost: Agent;
/** A step of the host in each of two flows. */
let ids: string[];

const inTenDays = () => new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
const groups = async (by: Agent, variables: object) =>
  (await by.ask<{ taskGroups: Group[] }>(GROUPS, variables)).taskGroups;
const listed = async (by: Agent, variables: object) =>
  (await groups(by, variables)).flatMap(({ taskIds }) => taskIds).filter((id) => ids.includes(id));

beforeAll(async () => {
  harness = await startHarness();
  const { own, foreign } = harness.world;
  host = await harness.as(own.people.host, 'hostCoordinator');
  foreignHost = await harness.as(foreign.people.host, 'hostCoordinator');
  for (const code of ['H-1', 'H-2']) await makeFlow(harness, own, { code, people: 3, startsIn: 90 });
  const filter = { stepKeys: ['brief-tutors'], states: ['open'] };
  ids = (await host.ask<{ tasks: { nodes: { id: string }[] } }>(OWN, { filter })).tasks.nodes.map(({ id }) => id);
});
afterAll(() => harness.close());

describe('many tasks of a host at once', () => {
  it('are listed by flow and step, the host’s own alone', async () => {
    expect(ids.length).toBeGreaterThan(1);
    const seen = await groups(host, {});
    expect([...new Set(seen.map(({ role }) => role))]).toEqual(['hostCoordinator']);
    expect(await listed(host, { mine: true })).toEqual(expect.arrayContaining(ids));
    expect(await listed(foreignHost, {})).toEqual([]);
  });

  it('are marked as done together, and taken back together', async () => {
    await host.ask(COMPLETE, { ids });
    expect(await listed(host, { mine: true })).toEqual([]);
    await host.ask(REOPEN, { ids });
    expect((await listed(host, { mine: true })).sort()).toEqual([...ids].sort());
  });

  it('are put off together with the reason, and brought back', async () => {
    await host.ask(SNOOZE, {
      input: { tasks: ids.map((id) => ({ id })), until: inTenDays(), reason: 'Away at a fair' },
    });
    expect(await listed(host, { mine: true })).toEqual([]);
    const asleep = (await groups(host, { snoozed: true })).filter(({ taskIds }) =>
      taskIds.some((id) => ids.includes(id)),
    );
    expect(asleep.map(({ snoozeReason }) => snoozeReason)).toEqual(ids.map(() => 'Away at a fair'));
    await host.ask(WAKE, { tasks: ids.map((id) => ({ id })) });
    expect((await listed(host, { mine: true })).sort()).toEqual([...ids].sort());
  });

  it('are refused to another host, and to this one where a task is the school’s: all of them or none', async () => {
    const tasks = ids.map((id) => ({ id }));
    const input = { tasks, until: inTenDays(), reason: 'Away at a fair' };
    for (const [mutation, variables] of [
      [COMPLETE, { ids }],
      [SNOOZE, { input }],
      [WAKE, { tasks }],
      [ASSIGN, { input: { tasks, personId: null } }],
    ] as const) {
      expect((await foreignHost.refused(mutation, variables)).extensions.code).toBe('NOT_FOUND');
    }
    const coordinator = await harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
    const filter = { stepKeys: ['book-travel'], states: ['open'] };
    const schools = (await coordinator.ask<{ tasks: { nodes: { id: string }[] } }>(OWN, { filter })).tasks.nodes;
    expect((await host.refused(COMPLETE, { ids: [...ids, schools[0]?.id] })).extensions.code).toBe('NOT_FOUND');
    expect((await listed(host, { mine: true })).sort()).toEqual([...ids].sort());
  });
});
