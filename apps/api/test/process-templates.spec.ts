import { createDataSource, migrate } from '../api';
import { slices } from '../slices';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import {
  type Template,
  READ,
  LIST,
  ONE,
  COPY,
  SAVE,
  PUBLISH,
  SHARE,
  ARCHIVE,
  edited,
  processDesk,
} from './process-desk';

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

const { list, one, shipped, copy, save, publish, eventsOf } = processDesk(() => ({ harness, coordinator }));

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
