import { happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { type Step, edited, processDesk } from './process-desk';

let harness: Harness;
let coordinator: Agent;
let teacher: Agent;
let stranger: Agent;
beforeAll(async () => {
  harness = await startHarness();
  const { own, foreign } = harness.world;
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  teacher = await harness.as(own.people.teacher, 'sendingTeacher');
  stranger = await harness.as(foreign.people.coordinator, 'sendingCoordinator');
});
afterAll(() => harness.close());

const { shipped, copy, save, publish, eventsOf } = processDesk(() => ({ harness, coordinator }));

describe('a flow that is moved to another version', () => {
  const PREVIEW = `query ($f: ID!, $to: ID!) { flowProcessMove(flowId: $f, versionId: $to) {
    from { number } to { number } added { key } removed { key } changed { before { key } fields }
    dueDays { stepKey from to tasks } tasksAdded tasksDropped tasksDone } }`;
  const MOVE = `mutation ($f: ID!, $to: ID!, $v: Int!) { moveFlowToVersion(flowId: $f, versionId: $to, version: $v) {
    id version processTemplate processVersion { id number } } }`;
  const TASKS = `query ($filter: TaskFilter) { tasks(filter: $filter, first: 500) { nodes { id stepKey state dueOn title } } }`;
  interface Preview {
    flowProcessMove: {
      added: { key: string }[];
      removed: { key: string }[];
      changed: { before: { key: string }; fields: string[] }[];
      dueDays: { stepKey: string; from: string; to: string; tasks: number }[];
      tasksAdded: number;
      tasksDropped: number;
      tasksDone: number;
    };
  }
  interface Task {
    id: string;
    stepKey: string;
    state: string;
    dueOn: string;
    title: string;
  }
  const states = ['open', 'done', 'cancelled'];
  const tasksOf = async (filter: object) =>
    (await coordinator.ask<{ tasks: { nodes: Task[] } }>(TASKS, { filter: { states, ...filter } })).tasks.nodes;

  const flowOf = async (code: string, people: number) => {
    const { own } = harness.world;
    const made = await makeFlow(harness, own, { code, people, startsIn: 150 });
    await happen(
      harness,
      made.mobilityIds.map((id) => ofMobility(own, made.flowId, id, 'mobility.selected')),
    );
    return made;
  };
  const extra: Step = {
    key: 'parents-evening',
    titleEn: 'Invite the parents',
    titleIt: 'Invitare i genitori',
    phase: 'preparation',
    role: 'sendingCoordinator',
    scope: 'flow',
    due: { anchor: 'step', step: 'book-travel', offsetDays: 7 },
    closesOn: null,
  };
  const changedSteps = (steps: readonly Step[]) => [
    ...edited(edited(steps, 'accept-place', { titleEn: 'Say yes' }), 'participant-report', {
      due: { anchor: 'return', offsetDays: 40 },
    }).filter(({ key }) => key !== 'insurance'),
    extra,
  ];
  const ours = async () => {
    const made = await copy('Moved to');
    return publish(await save(made, changedSteps(made.draft ?? [])));
  };

  it('keeps its own version until then: publishing changes nothing for it', async () => {
    const own = await publish(await copy('Running'));
    const { flowId } = await flowOf('V-0', 1);
    const { pool } = harness.api.runtime;
    await pool.query('UPDATE flow SET process_template_version_id = $2 WHERE id = $1', [flowId, own.versions[0]?.id]);
    const before = await tasksOf({ flowIds: [flowId] });
    await publish(await save(own, changedSteps(own.versions[0]?.steps ?? [])));
    expect(await tasksOf({ flowIds: [flowId] })).toEqual(before);
    const { flow } = await coordinator.ask<{ flow: { processVersion: { number: number } } }>(
      'query ($id: ID!) { flow(id: $id) { processVersion { number } } }',
      { id: flowId },
    );
    expect(flow.processVersion.number).toBe(1);
  });

  it('is told before what comes, goes and moves, and then finds exactly that; what is done stays done', async () => {
    const { own } = harness.world;
    const { flowId, mobilityIds } = await flowOf('V-1', 3);
    const [first = '', second = ''] = mobilityIds;
    await happen(harness, [ofMobility(own, flowId, first, 'document.verified.insurance')]);
    await happen(harness, [ofMobility(own, flowId, second, 'participant.accepted')]);
    await happen(harness, [ofMobility(own, flowId, mobilityIds[2] ?? '', 'mobility.withdrawn')]);
    const version = (await ours()).versions[0]?.id;
    const before = await tasksOf({ flowIds: [flowId] });
    const { flowProcessMove: preview } = await coordinator.ask<Preview>(PREVIEW, { f: flowId, to: version });
    expect(preview).toMatchObject({
      added: [{ key: 'parents-evening' }],
      removed: [{ key: 'insurance' }],
      tasksAdded: 1,
      tasksDropped: 1,
      tasksDone: 2,
    });
    expect(preview.changed.map(({ before: { key }, fields }) => [key, fields])).toEqual([
      ['accept-place', ['title']],
      ['participant-report', ['due']],
    ]);
    expect(preview.dueDays.map(({ stepKey, tasks }) => [stepKey, tasks])).toEqual([['participant-report', 2]]);
    expect(await tasksOf({ flowIds: [flowId] })).toEqual(before);

    const { moveFlowToVersion } = await coordinator.ask<{ moveFlowToVersion: { version: number } }>(MOVE, {
      f: flowId,
      to: version,
      v: 1,
    });
    expect(moveFlowToVersion).toMatchObject({ version: 2, processVersion: { id: version, number: 1 } });
    const after = await tasksOf({ flowIds: [flowId] });
    const byId = new Map(before.map((task) => [task.id, task]));
    expect(after.filter(({ id }) => !byId.has(id)).map(({ stepKey }) => stepKey)).toEqual(['parents-evening']);
    const insurance = (mobilityId: string) => tasksOf({ mobilityIds: [mobilityId], stepKeys: ['insurance'] });
    expect([(await insurance(first))[0]?.state, (await insurance(second))[0]?.state]).toEqual(['done', 'cancelled']);
    const report = (await tasksOf({ mobilityIds: [first], stepKeys: ['participant-report'] }))[0];
    expect(report?.dueOn).toBe(preview.dueDays[0]?.to);
    const accept = (mobilityId: string) => tasksOf({ mobilityIds: [mobilityId], stepKeys: ['accept-place'] });
    expect((await accept(first))[0]).toMatchObject({ title: 'Say yes' });
    expect((await accept(second))[0]).toMatchObject({
      state: 'done',
      title: 'Accept the place and complete the details',
    });
    expect(await eventsOf(flowId)).toContain('flow.process-moved');

    const back = (await shipped()).versions[0]?.id;
    await coordinator.ask(MOVE, { f: flowId, to: back, v: 2 });
    expect((await insurance(second))[0]?.state).not.toBe('cancelled');
    expect((await tasksOf({ flowIds: [flowId], stepKeys: ['parents-evening'] }))[0]?.state).toBe('cancelled');
  });

  it('finds a new step done where its thing has happened and was not undone since', async () => {
    const { own } = harness.world;
    const { flowId, mobilityIds } = await flowOf('V-2', 2);
    const [first = '', second = ''] = mobilityIds;
    const made = await copy('Without placements');
    const fewer = await publish(
      await save(
        made,
        (made.draft ?? [])
          .filter(({ key }) => key !== 'confirm-placement')
          .map((step) => ({ ...step, needs: step.needs?.filter((key) => key !== 'confirm-placement') ?? null })),
      ),
    );
    const { pool } = harness.api.runtime;
    await coordinator.ask(MOVE, { f: flowId, to: fewer.versions[0]?.id, v: 1 });
    await pool.query(`DELETE FROM task WHERE flow_id = $1 AND step_key = 'confirm-placement'`, [flowId]);
    for (const id of [first, second]) await happen(harness, [ofMobility(own, flowId, id, 'placement.confirmed')]);
    await happen(harness, [ofMobility(own, flowId, second, 'placement.cancelled')]);
    await coordinator.ask(MOVE, { f: flowId, to: (await shipped()).versions[0]?.id, v: 2 });
    const confirm = (mobilityId: string) => tasksOf({ mobilityIds: [mobilityId], stepKeys: ['confirm-placement'] });
    expect((await confirm(first))[0]?.state).toBe('done');
    expect((await confirm(second))[0]?.state).not.toBe('done');
  });

  it('is refused to a second writer, to the teacher, for a foreign flow and for the version it follows', async () => {
    const { flowId } = await flowOf('V-3', 1);
    const [to] = (await ours()).versions;
    expect((await coordinator.refused(MOVE, { f: flowId, to: to?.id, v: 7 })).extensions.code).toBe('CONFLICT');
    for (const operation of [PREVIEW, MOVE]) {
      const variables = { f: flowId, to: to?.id, ...(operation === MOVE ? { v: 1 } : {}) };
      expect((await teacher.refused(operation, variables)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      expect((await stranger.refused(operation, variables)).extensions.code).toBe('NOT_FOUND');
    }
    await coordinator.ask(MOVE, { f: flowId, to: to?.id, v: 1 });
    expect((await coordinator.refused(MOVE, { f: flowId, to: to?.id, v: 2 })).extensions).toMatchObject({
      code: 'ILLEGAL_STATE',
      reason: 'PROCESS_FOLLOWED',
    });
  });

  it('costs as many statements with forty people as with one', async () => {
    const [few, many] = [await flowOf('V-4', 1), await flowOf('V-5', 40)];
    const [to] = (await ours()).versions;
    const ask = async (flowId: string) => [
      (await coordinator.send(PREVIEW, { f: flowId, to: to?.id })).statements,
      (await coordinator.send(MOVE, { f: flowId, to: to?.id, v: 1 })).statements,
    ];
    expect(await ask(many.flowId)).toEqual(await ask(few.flowId));
  });
});
