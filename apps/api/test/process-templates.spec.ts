import { createDataSource, migrate } from '../api';
import { slices } from '../slices';
import { happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';

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

interface Step {
  key: string;
  titleEn: string;
  titleIt: string;
  phase: string;
  role: string;
  scope: string;
  due: { anchor: string; offsetDays: number; step?: string | null; workingDays?: boolean | null };
  closesOn: string | null;
  needs?: string[] | null;
  minorsOnly?: boolean | null;
  reminders?: number[] | null;
  escalation?: { afterDays: number; role: string } | null;
}
interface Template {
  id: string;
  key: string;
  name: string;
  nameEn: string;
  nameIt: string;
  origin: string;
  schoolName: string | null;
  activityTypes: string[];
  flowCount: number;
  version: number;
  archivedAt: string | null;
  draft: Step[] | null;
  draftFaults: { path: string; step: string | null; code: string }[] | null;
  versions: { id: string; number: number; publishedBy: string | null; steps: Step[] }[];
}
const STEP = `{ key titleEn titleIt phase role scope due { anchor offsetDays step workingDays } closesOn needs minorsOnly
  reminders escalation { afterDays role } }`;
const READ = `{ id key name nameEn nameIt origin schoolName activityTypes flowCount version archivedAt
  versions { id number note publishedBy steps ${STEP} } }`;
const WHOLE = `{ ${READ.slice(1, -1)} draft ${STEP} draftFaults { path step code message } }`;
const LIST = `query ($archived: Boolean) { processTemplates(archived: $archived) ${READ} }`;
const ONE = `query ($id: ID!) { processTemplate(id: $id) ${WHOLE} }`;
const COPY = `mutation ($id: ID!, $en: String, $it: String) { copyProcessTemplate(id: $id, nameEn: $en, nameIt: $it) ${WHOLE} }`;
const SAVE = `mutation ($input: SaveProcessDraftInput!) { saveProcessDraft(input: $input) ${WHOLE} }`;
const PUBLISH = `mutation ($id: ID!, $v: Int!, $note: String) { publishProcessTemplate(id: $id, version: $v, note: $note) ${WHOLE} }`;
const SHARE = `mutation ($id: ID!, $v: Int!, $on: Boolean!) { shareProcessTemplate(id: $id, version: $v, shared: $on) ${WHOLE} }`;
const ARCHIVE = `mutation ($id: ID!, $v: Int!, $on: Boolean!) { archiveProcessTemplate(id: $id, version: $v, archived: $on) ${WHOLE} }`;

const list = async (who: Agent, archived = false) =>
  (await who.ask<{ processTemplates: Template[] }>(LIST, { archived })).processTemplates;
const one = async (id: string) => (await coordinator.ask<{ processTemplate: Template }>(ONE, { id })).processTemplate;
const shipped = async (key = 'vet-short') => {
  const found = (await list(coordinator)).find((template) => template.key === key);
  if (!found) throw new Error(`No template ${key}`);
  return found;
};
const copy = async (en = 'Ours', key = 'vet-short') =>
  (await coordinator.ask<{ copyProcessTemplate: Template }>(COPY, { id: (await shipped(key)).id, en, it: `${en} it` }))
    .copyProcessTemplate;
const save = async ({ id, version, nameEn, nameIt, activityTypes }: Template, steps: readonly Step[]) =>
  (
    await coordinator.ask<{ saveProcessDraft: Template }>(SAVE, {
      input: { id, version, nameEn, nameIt, activityTypes, steps },
    })
  ).saveProcessDraft;
const publish = async ({ id, version }: Template) =>
  (await coordinator.ask<{ publishProcessTemplate: Template }>(PUBLISH, { id, v: version, note: 'New' }))
    .publishProcessTemplate;
const edited = (steps: readonly Step[], key: string, change: Partial<Step>) =>
  steps.map((step) => (step.key === key ? { ...step, ...change } : step));
const eventsOf = async (id: string) =>
  (
    await harness.api.runtime.pool.query<{ type: string }>('SELECT type FROM event WHERE subject_id = $1 ORDER BY id', [
      id,
    ])
  ).rows.map(({ type }) => type);

describe('shipped templates', () => {
  it('are there for everybody of a school, as a first version', async () => {
    const { versions, ...found } = (await list(teacher)).find(({ key }) => key === 'vet-short') ?? { versions: [] };
    expect(found).toMatchObject({ origin: 'shipped', schoolName: null, name: 'Learners in companies' });
    expect(versions.map(({ number, publishedBy }) => [number, publishedBy])).toEqual([[1, null]]);
    expect(versions[0]?.steps.find(({ key }) => key === 'sign-guardian')).toMatchObject({ minorsOnly: true });
  });

  it('become a next version where what is shipped differs, and stay where it does not', async () => {
    const { pool } = harness.api.runtime;
    const { id } = await shipped('staff-shadow');
    await pool.query(
      `INSERT INTO process_template_version (id, template_id, number, steps, published_at)
       SELECT gen_random_uuid(), template_id, 2, '[]', now() FROM process_template_version WHERE template_id = $1`,
      [id],
    );
    const { connectionString } = pool.options;
    const dataSource = createDataSource(connectionString ?? '', slices, 2);
    await dataSource.initialize();
    for (const run of [1, 2]) {
      await migrate(dataSource);
      const { versions } = await shipped('staff-shadow');
      expect([run, versions.map(({ number }) => number)]).toEqual([run, [3, 2, 1]]);
      expect(versions[0]?.steps).toEqual(versions[2]?.steps);
    }
    await dataSource.destroy();
  });

  it('belong to nobody: a coordinator copies them and cannot change them', async () => {
    const { id, version } = await shipped();
    expect((await coordinator.refused(PUBLISH, { id, v: version })).extensions.code).toBe('FORBIDDEN');
    expect((await coordinator.refused(ARCHIVE, { id, v: version, on: true })).extensions.code).toBe('FORBIDDEN');
  });
});

describe('a school’s own process', () => {
  it('begins as a copy, is worked on as a draft and becomes a version that never changes', async () => {
    const made = await copy('Short stays');
    expect(made).toMatchObject({ origin: 'own', name: 'Short stays', versions: [], draftFaults: [] });
    const steps = edited(made.draft ?? [], 'book-travel', {
      due: { anchor: 'step', step: 'decide-departure', offsetDays: -20, workingDays: true },
      reminders: [14, 3],
      escalation: { afterDays: 2, role: 'sendingTeacher' },
    });
    const published = await publish(await save(made, steps));
    expect(published).toMatchObject({ draft: null, versions: [{ number: 1, publishedBy: 'coordinator' }] });
    expect(published.versions[0]?.steps.find(({ key }) => key === 'book-travel')).toMatchObject({
      due: { anchor: 'step', step: 'decide-departure', offsetDays: -20, workingDays: true },
      reminders: [14, 3],
      escalation: { afterDays: 2, role: 'sendingTeacher' },
    });
    const { pool } = harness.api.runtime;
    const of = [published.versions[0]?.id];
    await expect(pool.query(`UPDATE process_template_version SET steps = '[]' WHERE id = $1`, of)).rejects.toThrow(
      'never changes',
    );
    await expect(pool.query('DELETE FROM process_template_version WHERE id = $1', of)).rejects.toThrow('never changes');
    expect(await eventsOf(made.id)).toEqual([
      'process-template.copied',
      'process-template.draft-saved',
      'process-template.published',
    ]);
  });

  it('keeps a draft with faults, names step and field, and does not publish it', async () => {
    const made = await copy();
    const steps = edited(made.draft ?? [], 'book-travel', { titleIt: '', needs: ['decide-departure'] });
    const saved = await save(made, steps);
    expect(saved.draftFaults?.map(({ step, code }) => [step, code])).toEqual([
      ['book-travel', 'TITLE_MISSING'],
      ['book-travel', 'NEEDS_CIRCLE'],
      ['decide-departure', 'NEEDS_CIRCLE'],
    ]);
    const refusal = await coordinator.refused(PUBLISH, { id: made.id, v: saved.version });
    expect(refusal.extensions).toMatchObject({ code: 'VALIDATION' });
    const at = steps.findIndex(({ key }) => key === 'book-travel');
    expect(refusal.extensions.fields?.[0]).toMatchObject({
      path: `steps.${String(at)}.title.it`,
      code: 'TITLE_MISSING',
      params: { step: 'book-travel' },
    });
    expect((await one(made.id)).versions).toEqual([]);
  });

  it('is not overwritten by whoever saw an older one', async () => {
    const made = await copy();
    await save(made, made.draft ?? []);
    const { id, version, nameEn, nameIt, activityTypes } = made;
    const input = { id, version, nameEn, nameIt, activityTypes, steps: [] };
    expect((await coordinator.refused(SAVE, { input })).extensions.code).toBe('CONFLICT');
  });

  it('publishes nothing twice', async () => {
    const published = await publish(await copy());
    const again = await coordinator.refused(PUBLISH, { id: published.id, v: published.version });
    expect(again.extensions).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'PROCESS_NO_DRAFT' });
    const same = await save(published, published.versions[0]?.steps ?? []);
    const refusal = await coordinator.refused(PUBLISH, { id: same.id, v: same.version });
    expect(refusal.extensions).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'PROCESS_SAME' });
  });

  it('is put away and taken out again; new flows do not find it meanwhile', async () => {
    const published = await publish(await copy('Put away'));
    const away = await coordinator.ask<{ archiveProcessTemplate: Template }>(ARCHIVE, {
      id: published.id,
      v: published.version,
      on: true,
    });
    expect((await list(coordinator)).some(({ id }) => id === published.id)).toBe(false);
    expect((await list(coordinator, true)).map(({ id }) => id)).toContain(published.id);
    const flow = {
      projectId: harness.world.own.projectId,
      code: 'AWAY',
      activityType: 'VET_SHORT',
      country: 'DE',
      town: 'Berlin',
      startsOn: new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10),
      endsOn: new Date(Date.now() + 127 * 86_400_000).toISOString().slice(0, 10),
      processTemplate: published.key,
    };
    const CREATE =
      'mutation ($input: CreateFlowInput!) { createFlow(input: $input) { processVersion { number template { id } } id } }';
    expect((await coordinator.refused(CREATE, { input: flow })).extensions.fields?.[0]).toMatchObject({
      path: 'processTemplate',
      code: 'TEMPLATE_UNKNOWN',
    });
    await coordinator.ask(ARCHIVE, { id: published.id, v: away.archiveProcessTemplate.version, on: false });
    const { createFlow } = await coordinator.ask<{ createFlow: { id: string } }>(CREATE, { input: flow });
    const followed = await coordinator.ask(
      'query ($id: ID!) { flow(id: $id) { processVersion { template { id } } } }',
      {
        id: createFlow.id,
      },
    );
    expect(followed).toEqual({ flow: { processVersion: { template: { id: published.id } } } });
    const usual = async (activityType: string, code: string) =>
      (
        await coordinator.ask<{ createFlow: { processTemplate: string } }>(
          'mutation ($input: CreateFlowInput!) { createFlow(input: $input) { id processTemplate } }',
          { input: { ...flow, activityType, code, processTemplate: null } },
        )
      ).createFlow.processTemplate;
    const offered = (await list(coordinator)).find(
      ({ activityTypes, versions }) => activityTypes.includes('VET_SHORT') && versions.length > 0,
    );
    expect(offered?.origin).toBe('own');
    expect(await usual('VET_SHORT', 'OWN')).toBe(offered?.key);
    expect(await usual('VET_GROUP', 'SHIPPED')).toBe('vet-group');
  });

  it('is read by the teacher, who sees no draft and changes nothing', async () => {
    const { id, version } = await copy();
    expect(await teacher.ask(`query ($id: ID!) { processTemplate(id: $id) ${READ} }`, { id })).toMatchObject({
      processTemplate: { id, versions: [] },
    });
    for (const [operation, variables] of [
      [ONE, { id }],
      [COPY, { id }],
      [PUBLISH, { id, v: version }],
    ] as const) {
      expect((await teacher.refused(operation, variables)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });

  it('lists in as many statements for many as for few', async () => {
    const few = await coordinator.send(LIST, { archived: false });
    for (const name of ['One', 'Two', 'Three']) await publish(await copy(name));
    const many = await coordinator.send(LIST, { archived: false });
    expect(many.statements).toBe(few.statements);
  });
});

describe('a process of another school', () => {
  it('is not there, for reading, copying or changing', async () => {
    const { id, version, versions } = await publish(await copy('Ours alone'));
    expect((await list(stranger)).some((template) => template.id === id)).toBe(false);
    const { id: flowId } = { id: harness.world.foreign.flowId };
    for (const [operation, variables] of [
      [ONE, { id }],
      [COPY, { id }],
      [SAVE, { input: { id, version, nameEn: 'x', nameIt: 'x', activityTypes: [], steps: [] } }],
      [PUBLISH, { id, v: version }],
      [SHARE, { id, v: version, on: true }],
      [ARCHIVE, { id, v: version, on: true }],
      [
        'mutation ($f: ID!, $to: ID!) { moveFlowToVersion(flowId: $f, versionId: $to, version: 1) { id } }',
        { f: flowId, to: versions[0]?.id },
      ],
    ] as const) {
      expect((await stranger.refused(operation, variables)).extensions.code).toBe('NOT_FOUND');
    }
  });

  it('is read and copied once it is shared, by schools that work with a common host, never changed', async () => {
    const { own, foreign } = harness.world;
    const published = await publish(await copy('Shared'));
    const unpublished = await copy('Not yet');
    expect(
      (await coordinator.refused(SHARE, { id: unpublished.id, v: unpublished.version, on: true })).extensions,
    ).toMatchObject({
      reason: 'PROCESS_UNPUBLISHED',
    });
    const { shareProcessTemplate: shared } = await coordinator.ask<{ shareProcessTemplate: Template }>(SHARE, {
      id: published.id,
      v: published.version,
      on: true,
    });
    expect((await stranger.refused(ONE, { id: published.id })).extensions.code).toBe('NOT_FOUND');
    const { pool } = harness.api.runtime;
    await pool.query(
      'INSERT INTO partnership (id, sending_id, host_id, created_at) VALUES (gen_random_uuid(), $1, $2, now())',
      [foreign.schoolId, own.hostId],
    );
    await save(shared, []);
    const seen = (await list(stranger)).find(({ id }) => id === published.id);
    expect(seen).toMatchObject({ origin: 'partner', schoolName: 'School own' });
    const { processTemplate } = await stranger.ask<{ processTemplate: Template }>(ONE, { id: published.id });
    expect(processTemplate).toMatchObject({ draft: null, draftFaults: null });
    const { copyProcessTemplate } = await stranger.ask<{ copyProcessTemplate: Template }>(COPY, { id: published.id });
    expect(copyProcessTemplate).toMatchObject({ origin: 'own' });
    expect(copyProcessTemplate.draft?.length).toBe(published.versions[0]?.steps.length);
    const now = await one(published.id);
    expect((await stranger.refused(SHARE, { id: now.id, v: now.version, on: false })).extensions.code).toBe(
      'FORBIDDEN',
    );
    await coordinator.ask(SHARE, { id: now.id, v: now.version, on: false });
    expect((await stranger.refused(ONE, { id: published.id })).extensions.code).toBe('NOT_FOUND');
  });
});

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
