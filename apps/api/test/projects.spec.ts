import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { setStage } from './world';

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

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const CREATE = 'mutation ($input: CreateProjectInput!) { createProject(input: $input) { id agreementNumber version } }';
const EDIT = 'mutation ($input: EditProjectInput!) { editProject(input: $input) { id title version } }';
const FLOW =
  'mutation ($input: CreateFlowInput!) { createFlow(input: $input) { id version startsOn endsOn processTemplate } }';
const EDIT_FLOW = 'mutation ($input: EditFlowInput!) { editFlow(input: $input) { id version startsOn endsOn town } }';
const ADD = 'mutation ($input: AddAccompanyingPersonInput!) { addAccompanyingPerson(input: $input) { id startsOn } }';
const REMOVE = 'mutation ($id: ID!) { removeAccompanyingPerson(id: $id) { id } }';

const frame = {
  title: 'Cohort 2026',
  action: 'KA121',
  agreementNumber: '2026-1-it01-ka121-vet-000123456',
  callYear: 2026,
  startsOn: '2026-06-01',
  endsOn: '2027-08-31',
};
type Created = { createProject: { id: string; agreementNumber: string; version: number } };
const created = async () => (await coordinator.ask<Created>(CREATE, { input: frame })).createProject;
const flow = (projectId: string, more: object = {}) => ({
  projectId,
  code: 'BER-1',
  activityType: 'VET_SHORT',
  country: 'DE',
  town: 'Berlin',
  startsOn: '2027-03-07',
  endsOn: '2027-04-03',
  ...more,
});

describe('a project', () => {
  it('is opened by the coordinator, its agreement number written as it is written officially', async () => {
    expect(await created()).toMatchObject({ agreementNumber: '2026-1-IT01-KA121-VET-000123456', version: 1 });
  });

  it('names field and fault of what breaks a rule', async () => {
    const fault = async (input: object) =>
      (await coordinator.refused(CREATE, { input: { ...frame, ...input } })).extensions.fields?.[0];
    expect(await fault({ agreementNumber: 'KA121' })).toMatchObject({ path: 'agreementNumber', code: 'NUMBER_FORM' });
    expect(await fault({ agreementNumber: '2025-1-IT01-KA121-VET-000123456' })).toMatchObject({
      code: 'NUMBER_OTHER_CALL',
    });
    expect(await fault({ endsOn: '2027-03-31' })).toMatchObject({ path: 'endsOn', code: 'PROJECT_SHORT' });
    expect(await fault({ endsOn: '2026-03-31' })).toMatchObject({ path: 'endsOn', code: 'DATES_REVERSED' });
    expect(await fault({ title: ' ' })).toMatchObject({ path: 'title' });
  });

  it('keeps its flows inside when its dates change, and the second writer is told', async () => {
    const { id } = await created();
    await coordinator.ask(FLOW, { input: flow(id, { startsOn: '2027-08-01', endsOn: '2027-08-28' }) });
    const outside = await coordinator.refused(EDIT, {
      input: { id, version: 1, startsOn: '2026-05-01', endsOn: '2027-08-20' },
    });
    expect(outside.extensions.fields?.[0]).toMatchObject({ path: 'endsOn', code: 'FLOWS_OUTSIDE_PROJECT' });
    await coordinator.ask(EDIT, { input: { id, version: 1, title: 'New title' } });
    expect((await coordinator.refused(EDIT, { input: { id, version: 1, title: 'Other' } })).extensions.code).toBe(
      'CONFLICT',
    );
  });

  it('is no business of a teacher’s or another school’s', async () => {
    const { id } = await created();
    expect((await teacher.refused(CREATE, { input: frame })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await stranger.refused(EDIT, { input: { id, version: 1, title: 'Mine' } })).extensions.code).toBe(
      'NOT_FOUND',
    );
    expect((await stranger.refused(FLOW, { input: flow(id) })).extensions.code).toBe('NOT_FOUND');
  });
});

describe('a flow', () => {
  it('keeps the duration of its activity, the project’s days and a code of its own', async () => {
    const { id } = await created();
    const fault = async (more: object) =>
      (await coordinator.refused(FLOW, { input: flow(id, more) })).extensions.fields?.[0];
    expect(await fault({ endsOn: '2027-03-12' })).toMatchObject({ path: 'endsOn', code: 'STAY_SHORT' });
    expect(await fault({ endsOn: '2027-06-30' })).toMatchObject({ path: 'endsOn', code: 'STAY_LONG' });
    expect(await fault({ startsOn: '2027-08-20', endsOn: '2027-09-10' })).toMatchObject({
      code: 'DATES_OUTSIDE_PROJECT',
    });
    expect(await fault({ country: 'Atlantis' })).toMatchObject({ path: 'country', code: 'COUNTRY_UNKNOWN' });
    expect(await fault({ hostOrganisationId: harness.world.foreign.hostId })).toMatchObject({ code: 'HOST_UNKNOWN' });
    const { createFlow } = await coordinator.ask<{ createFlow: object }>(FLOW, {
      input: flow(id, { hostOrganisationId: harness.world.own.hostId }),
    });
    expect(createFlow).toMatchObject({ startsOn: '2027-03-07', processTemplate: 'vet-short' });
    expect((await coordinator.refused(FLOW, { input: flow(id) })).extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'FLOW_CODE_TAKEN',
    });
  });

  it('speaks the reader’s language where a rule is broken', async () => {
    const { id } = await created();
    const { pool } = harness.api.runtime;
    await pool.query(`UPDATE person SET locale = 'it' WHERE email = $1`, [harness.world.own.people.coordinator]);
    const error = await coordinator.refused(FLOW, { input: flow(id, { endsOn: '2027-03-12' }) });
    expect(error.extensions.fields?.[0]?.message).toContain('6 giorni sono meno dei 10');
    await pool.query(`UPDATE person SET locale = 'en' WHERE email = $1`, [harness.world.own.people.coordinator]);
  });

  it('moves its mobilities along with its dates, and keeps its first day once somebody has left', async () => {
    const { own } = harness.world;
    const input = { id: own.flowId, version: 1, startsOn: day(67), endsOn: day(94) };
    await coordinator.ask(EDIT_FLOW, { input });
    const { pool } = harness.api.runtime;
    const { rows } = await pool.query('SELECT starts_on, ends_on, host_access_until FROM mobility WHERE flow_id = $1', [
      own.flowId,
    ]);
    expect(rows).toEqual(Array(2).fill({ starts_on: day(67), ends_on: day(94), host_access_until: day(274) }));
    const { rows: told } = await pool.query(
      `SELECT before, after FROM event WHERE type = 'flow.changed' AND flow_id = $1`,
      [own.flowId],
    );
    expect(told[0]).toMatchObject({ before: { startsOn: day(60) }, after: { startsOn: day(67), movedMobilities: 2 } });
    await setStage(pool, own.mobilityIds[0], 'abroad');
    const refused = await coordinator.refused(EDIT_FLOW, { input: { ...input, version: 2, startsOn: day(60) } });
    expect(refused.extensions).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'FLOW_DEPARTED' });
    await setStage(pool, own.mobilityIds[0], 'selected');
    expect((await stranger.refused(EDIT_FLOW, { input: { ...input, version: 2 } })).extensions.code).toBe('NOT_FOUND');
    expect((await teacher.refused(EDIT_FLOW, { input })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('takes its teachers along, each once', async () => {
    const { flowId } = harness.world.own;
    const input = { flowId, firstName: 'Ada', lastName: 'Verdi', email: 'Ada.Verdi@own.example' };
    const { addAccompanyingPerson } = await coordinator.ask<{ addAccompanyingPerson: { id: string } }>(ADD, { input });
    expect((await coordinator.refused(ADD, { input })).extensions).toMatchObject({
      code: 'CONFLICT',
      reason: 'ACCOMPANYING_KNOWN',
    });
    expect((await stranger.refused(ADD, { input })).extensions.code).toBe('NOT_FOUND');
    const { id } = addAccompanyingPerson;
    expect((await stranger.refused(REMOVE, { id })).extensions.code).toBe('NOT_FOUND');
    await coordinator.ask(REMOVE, { id });
    const { rows } = await harness.api.runtime.pool.query(
      `SELECT before->>'email' AS email FROM event WHERE type = 'accompanying.removed' AND flow_id = $1`,
      [flowId],
    );
    expect(rows).toEqual([{ email: 'ada.verdi@own.example' }]);
  });
});
