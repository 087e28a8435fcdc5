import { happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';

let harness: Harness;
let coordinator: Agent;
let teacher: Agent;
let stranger: Agent;
let host: Agent;
let last: { flowId: string; mobilityIds: string[] };
let nextProjectId: string;

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const PREVIEW = `query ($input: CloneFlowsInput!) { clonePreview(input: $input) { weeks flows {
  code startsOn endsOn accompanyingPlaces places { occupation places } source { id }
  hosts { organisation { name } places { occupation places } } findings { severity message } } } }`;
const CLONE = `mutation ($input: CloneFlowsInput!) { cloneFlows(input: $input) { weeks
  flows { id code activityType country town startsOn endsOn hostOrganisationId processTemplate
    plan { weeks accompanyingPlaces inUse places { occupation places } source { id } } hostAsks { id answer hostName } }
  asks { id flowCode } } }`;
const UNDO = 'mutation ($flowIds: [ID!]!) { undoClone(flowIds: $flowIds) }';
const ASKS = `query ($openOnly: Boolean) { hostAsks(openOnly: $openOnly) { id flowId flowCode town schoolName startsOn endsOn
  answer comment version places { occupation lastTime wanted offered } } }`;
const ANSWER = `mutation ($input: AnswerHostAskInput!) { answerHostAsk(input: $input) { id answer comment version
  offeredStartsOn offeredEndsOn places { occupation offered } } }`;

interface Ask {
  id: string;
  flowId: string;
  flowCode: string;
  answer: string | null;
  version: number;
  startsOn: string;
  endsOn: string;
  places: { occupation: string; wanted: number; offered: number | null }[];
}
interface Cloned {
  id: string;
  code: string;
  startsOn: string;
  hostAsks: { id: string }[];
}
const cloneOf = async (flowIds: string[], more: object = {}): Promise<Cloned[]> =>
  (
    await coordinator.ask<{ cloneFlows: { flows: Cloned[] } }>(CLONE, {
      input: { flowIds, projectId: nextProjectId, weeks: 52, ...more },
    })
  ).cloneFlows.flows;
const asks = async (who: Agent, openOnly = false) => (await who.ask<{ hostAsks: Ask[] }>(ASKS, { openOnly })).hostAsks;
const askOf = async (flowId: string | undefined): Promise<Ask> => {
  const found = (await asks(host)).find((ask) => ask.flowId === flowId);
  if (!found) throw new Error('The host was not asked');
  return found;
};
const sentTo = async (email: string, template: string) =>
  (
    await harness.api.runtime.pool.query('SELECT data FROM mail WHERE recipient = $1 AND template = $2', [
      email,
      template,
    ])
  ).rows.length;

beforeAll(async () => {
  harness = await startHarness();
  const { own, foreign } = harness.world;
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  teacher = await harness.as(own.people.teacher, 'sendingTeacher');
  stranger = await harness.as(foreign.people.coordinator, 'sendingCoordinator');
  host = await harness.as(own.people.host, 'hostCoordinator');
  const { pool } = harness.api.runtime;
  last = await makeFlow(harness, own, { code: 'L-1', people: 6, startsIn: 30 });
  await happen(
    harness,
    last.mobilityIds.map((id) => ofMobility(own, last.flowId, id, 'mobility.selected')),
  );
  await pool.query(
    `UPDATE participant SET occupation = 'waiter' WHERE id IN (SELECT participant_id FROM mobility WHERE id = ANY($1::uuid[]))`,
    [last.mobilityIds.slice(0, 2)],
  );
  await pool.query(`UPDATE mobility SET stage = 'withdrawn', withdrawn_at = now() WHERE id = $1`, [
    last.mobilityIds[5],
  ]);
  await pool.query(
    `INSERT INTO accompanying_person (id, flow_id, organisation_id, first_name, last_name, email, starts_on, ends_on)
     VALUES (gen_random_uuid(), $1, $2, 'Ada', 'Verdi', 'ada.verdi@own.example', $3, $3)`,
    [last.flowId, own.schoolId, day(30)],
  );
  const { createProject } = await coordinator.ask<{ createProject: { id: string } }>(
    'mutation ($input: CreateProjectInput!) { createProject(input: $input) { id } }',
    {
      input: {
        title: 'Next cohort',
        action: 'KA121',
        callYear: new Date().getUTCFullYear(),
        startsOn: day(200),
        endsOn: day(200 + 500),
      },
    },
  );
  nextProjectId = createProject.id;
});
afterAll(() => harness.close());

describe('next year’s cohort', () => {
  it('shows what it would be before anything is written', async () => {
    const before = await harness.api.runtime.pool.query('SELECT count(*) FROM flow');
    const { clonePreview } = await coordinator.ask<{ clonePreview: { weeks: number; flows: object[] } }>(PREVIEW, {
      input: { flowIds: [last.flowId], projectId: nextProjectId, firstDeparture: day(30 + 364) },
    });
    expect(clonePreview).toMatchObject({
      weeks: 52,
      flows: [
        {
          code: 'L-1',
          startsOn: day(394),
          endsOn: day(421),
          accompanyingPlaces: 1,
          places: [
            { occupation: 'cook', places: 3 },
            { occupation: 'waiter', places: 2 },
          ],
          hosts: [{ organisation: { name: 'Host own' }, places: [{ places: 3 }, { places: 2 }] }],
          findings: [],
        },
      ],
    });
    const after = await harness.api.runtime.pool.query('SELECT count(*) FROM flow');
    expect(after.rows).toEqual(before.rows);
  });

  it('costs as many statements for many flows as for one', async () => {
    const { own } = harness.world;
    const more = [];
    for (const code of ['M-1', 'M-2', 'M-3']) {
      more.push((await makeFlow(harness, own, { code, people: 3, startsIn: 40 })).flowId);
    }
    const input = (flowIds: string[]) => ({ input: { flowIds, projectId: nextProjectId, weeks: 52 } });
    const one = await coordinator.send(PREVIEW, input([last.flowId]));
    const many = await coordinator.send(PREVIEW, input([last.flowId, ...more]));
    expect(many.statements).toBe(one.statements);
    const oneMade = await coordinator.send<{ cloneFlows: { flows: { id: string }[] } }>(CLONE, input([last.flowId]));
    const manyMade = await coordinator.send<{ cloneFlows: { flows: { id: string }[] } }>(CLONE, input(more));
    expect(manyMade.data.cloneFlows.flows).toHaveLength(3);
    expect(manyMade.statements).toBe(oneMade.statements);
    const made = [oneMade, manyMade].flatMap(({ data }) => data.cloneFlows.flows.map(({ id }) => id));
    expect((await coordinator.ask<{ undoClone: string[] }>(UNDO, { flowIds: made })).undoClone).toEqual(made);
  });

  it('takes over frame, places and tasks of the template, and asks the host with one e-mail', async () => {
    await harness.settle();
    const mailsBefore = await sentTo(harness.world.own.people.host, 'projects:same-again');
    const [flow] = await cloneOf([last.flowId]);
    expect(flow).toMatchObject({
      code: 'L-1',
      activityType: 'VET_SHORT',
      country: 'DE',
      town: 'Berlin',
      startsOn: day(394),
      endsOn: day(421),
      hostOrganisationId: harness.world.own.hostId,
      processTemplate: 'vet-short',
      plan: { weeks: 52, accompanyingPlaces: 1, inUse: [], source: { id: last.flowId } },
      hostAsks: [{ answer: null, hostName: 'Host own' }],
    });
    const { rows } = await harness.api.runtime.pool.query(
      'SELECT count(*)::int AS tasks, count(mobility_id)::int AS personal FROM task WHERE flow_id = $1',
      [flow?.id],
    );
    expect(rows[0]).toMatchObject({ personal: 0 });
    expect((rows[0] as { tasks: number }).tasks).toBeGreaterThan(0);
    expect(await sentTo(harness.world.own.people.host, 'projects:same-again')).toBe(mailsBefore + 1);
    await harness.settle();
    const mail = await harness.mailTo(harness.world.own.people.host);
    expect(mail?.subject).toBe('Same again? School own plans next year');
    expect(mail?.text).toContain('3 × cook, 2 × waiter');
    const [second] = await cloneOf([last.flowId], { askHosts: false });
    expect(second).toMatchObject({ code: 'L-1-2', hostAsks: [] });
    expect(await sentTo(harness.world.own.people.host, 'projects:same-again')).toBe(mailsBefore + 1);
    await coordinator.ask(UNDO, { flowIds: [flow?.id, second?.id] });
  });

  it('copies nothing of any person: no name, address or identifier stands in anything that hangs on it', async () => {
    const { pool } = harness.api.runtime;
    const [flow] = await cloneOf([last.flowId]);
    const { rows: people } = await pool.query<{ secrets: string[] }>(
      `SELECT array_agg(DISTINCT s) AS secrets FROM (
         SELECT unnest(ARRAY[m.id::text, m.participant_id::text, m.participant_person_id::text, m.tutor_person_id::text, p.first_name, p.email]) AS s
         FROM mobility m JOIN participant p ON p.id = m.participant_id WHERE m.flow_id = $1
         UNION SELECT unnest(ARRAY[id::text, email, first_name || ' ' || last_name]) FROM accompanying_person WHERE flow_id = $1) found
       WHERE s IS NOT NULL`,
      [last.flowId],
    );
    const secrets = people[0]?.secrets ?? [];
    expect(secrets.length).toBeGreaterThan(20);
    const { rows: tables } = await pool.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const hanging: string[] = [];
    for (const { name } of tables) {
      const { rows } = await pool.query<{ line: string }>(
        `SELECT to_jsonb(x)::text AS line FROM ${name} x WHERE to_jsonb(x)::text LIKE '%' || $1::text || '%'`,
        [flow?.id],
      );
      if (rows.length > 0) hanging.push(name);
      for (const { line } of rows) for (const secret of secrets) expect(line).not.toContain(secret);
    }
    expect(hanging).toEqual(expect.arrayContaining(['flow', 'flow_plan', 'host_ask', 'task', 'event']));
    for (const name of ['mobility', 'participant', 'document', 'agreement', 'placement', 'accompanying_person']) {
      expect(hanging).not.toContain(name);
    }
    await coordinator.ask(UNDO, { flowIds: [flow?.id] });
  });

  it('keeps to whole weeks, the future, the call and the project', async () => {
    const fault = async (more: object) =>
      (await coordinator.refused(CLONE, { input: { flowIds: [last.flowId], projectId: nextProjectId, ...more } }))
        .extensions.fields?.[0];
    expect(await fault({})).toMatchObject({ code: 'SHIFT_ONE_OF' });
    expect(await fault({ weeks: 52, firstDeparture: day(394) })).toMatchObject({ code: 'SHIFT_ONE_OF' });
    expect(await fault({ firstDeparture: day(396) })).toMatchObject({
      code: 'WHOLE_WEEKS',
      params: { nearest: day(394) },
    });
    expect(await fault({ weeks: 0 })).toMatchObject({ code: 'SHIFT_RANGE' });
    expect(await fault({ weeks: -10 })).toMatchObject({ code: 'DEPARTS_IN_PAST' });
    expect(await fault({ weeks: 10 })).toMatchObject({ code: 'DATES_OUTSIDE_PROJECT' });
    const { clonePreview } = await coordinator.ask<{ clonePreview: { flows: { findings: object[] }[] } }>(PREVIEW, {
      input: { flowIds: [last.flowId], projectId: nextProjectId, weeks: 10 },
    });
    expect(clonePreview.flows[0]?.findings).toMatchObject([{ severity: 'error' }]);
  });

  it('is no business of a teacher’s, a host’s or another school’s', async () => {
    const input = { flowIds: [last.flowId], projectId: nextProjectId, weeks: 52 };
    expect((await stranger.refused(CLONE, { input })).extensions.code).toBe('NOT_FOUND');
    expect((await stranger.refused(PREVIEW, { input })).extensions.code).toBe('NOT_FOUND');
    expect((await teacher.refused(CLONE, { input })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await host.refused(PREVIEW, { input })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const foreignFlow = { ...input, flowIds: [harness.world.foreign.flowId] };
    expect((await coordinator.refused(CLONE, { input: foreignFlow })).extensions.code).toBe('NOT_FOUND');
    const foreignProject = { ...input, projectId: harness.world.foreign.projectId };
    expect((await coordinator.refused(CLONE, { input: foreignProject })).extensions.code).toBe('NOT_FOUND');
    const [flow] = await cloneOf([last.flowId]);
    expect((await stranger.refused(UNDO, { flowIds: [flow?.id] })).extensions.code).toBe('NOT_FOUND');
    expect((await teacher.refused(UNDO, { flowIds: [flow?.id] })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    await coordinator.ask(UNDO, { flowIds: [flow?.id] });
  });
});

describe('"same again?"', () => {
  it('is answered with one click, and the school reads it on the flow and by e-mail', async () => {
    const [flow] = await cloneOf([last.flowId]);
    const ask = await askOf(flow?.id);
    expect(ask.places).toEqual([
      { occupation: 'cook', lastTime: 3, wanted: 3, offered: null },
      { occupation: 'waiter', lastTime: 2, wanted: 2, offered: null },
    ]);
    const input = { id: ask.id, version: ask.version, answer: 'yes' };
    const { answerHostAsk } = await host.ask<{ answerHostAsk: object }>(ANSWER, { input });
    expect(answerHostAsk).toMatchObject({ answer: 'yes', places: [{ offered: 3 }, { offered: 2 }] });
    expect((await host.refused(ANSWER, { input })).extensions.code).toBe('CONFLICT');
    expect((await asks(host, true)).map(({ id }) => id)).not.toContain(ask.id);
    const seen = await coordinator.ask<{ flow: { hostAsks: object[] } }>(
      'query ($id: ID!) { flow(id: $id) { hostAsks { answer hostName places { occupation offered } } } }',
      { id: flow?.id },
    );
    expect(seen.flow.hostAsks).toMatchObject([{ answer: 'yes', hostName: 'Host own' }]);
    await harness.settle();
    expect((await harness.mailTo(harness.world.own.people.coordinator))?.subject).toBe('Host own says yes');
    const { rows } = await harness.api.runtime.pool.query(
      `SELECT type FROM event WHERE flow_id = $1 AND subject_type = 'host_ask' ORDER BY id`,
      [flow?.id],
    );
    expect(rows).toEqual([{ type: 'host.asked' }, { type: 'host.answered' }]);
  });

  it('may be answered with fewer places, other days or no, and anew', async () => {
    const [flow] = await cloneOf([last.flowId]);
    const { id, version, startsOn, endsOn } = await askOf(flow?.id);
    const fault = async (more: object) =>
      (await host.refused(ANSWER, { input: { id, version, answer: 'changed', ...more } })).extensions.fields?.[0];
    expect(await fault({})).toMatchObject({ code: 'NOTHING_CHANGED' });
    expect(await fault({ places: [{ occupation: 'pilot', places: 1 }] })).toMatchObject({
      path: 'places.0.occupation',
      code: 'OCCUPATION_NOT_ASKED',
    });
    expect(await fault({ startsOn: endsOn, endsOn: startsOn })).toMatchObject({ code: 'DATES_REVERSED' });
    expect(await fault({ answer: 'perhaps' })).toMatchObject({ path: 'answer' });
    const { answerHostAsk } = await host.ask<{ answerHostAsk: { version: number } }>(ANSWER, {
      input: {
        id,
        version,
        answer: 'changed',
        places: [{ occupation: 'cook', places: 1 }],
        startsOn: day(401),
        endsOn: day(428),
        comment: 'One kitchen is being rebuilt.',
      },
    });
    expect(answerHostAsk).toMatchObject({
      answer: 'changed',
      offeredStartsOn: day(401),
      offeredEndsOn: day(428),
      places: [{ offered: 1 }, { offered: 2 }],
    });
    const no = await host.ask(ANSWER, { input: { id, version: answerHostAsk.version, answer: 'no' } });
    expect(no).toMatchObject({
      answerHostAsk: { answer: 'no', offeredStartsOn: null, places: [{ offered: 0 }, { offered: 0 }] },
    });
    const undo = (await coordinator.refused(UNDO, { flowIds: [flow?.id] })).extensions;
    expect(undo).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'FLOW_IN_USE', missing: ['answers'] });
  });

  it('is seen and answered by nobody but the host that was asked', async () => {
    const [flow] = await cloneOf([last.flowId]);
    const { id, version } = await askOf(flow?.id);
    const other = await harness.as(harness.world.foreign.people.host, 'hostCoordinator');
    expect(await asks(other)).toEqual([]);
    expect(await asks(stranger)).toEqual([]);
    const input = { id, version, answer: 'yes' };
    expect((await other.refused(ANSWER, { input })).extensions.code).toBe('NOT_FOUND');
    expect((await coordinator.refused(ANSWER, { input })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const learner = await harness.as(harness.world.own.people.adult, 'participant');
    expect((await learner.refused(ASKS)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('taking it back', () => {
  it('leaves no trace but history, and tells the host that was asked', async () => {
    const { pool } = harness.api.runtime;
    const [flow] = await cloneOf([last.flowId]);
    await harness.settle();
    await coordinator.ask(UNDO, { flowIds: [flow?.id] });
    for (const table of ['flow_plan', 'host_ask', 'task']) {
      expect((await pool.query(`SELECT 1 FROM ${table} WHERE flow_id = $1`, [flow?.id])).rows).toEqual([]);
    }
    const { rows } = await pool.query(`SELECT before FROM event WHERE type = 'flow.clone-undone' AND flow_id = $1`, [
      flow?.id,
    ]);
    expect(rows).toMatchObject([{ before: { code: flow?.code } }]);
    await harness.settle();
    expect((await harness.mailTo(harness.world.own.people.host))?.subject).toContain('withdraws its question');
  });

  it('is refused for flows that were not cloned, or that somebody goes with', async () => {
    expect((await coordinator.refused(UNDO, { flowIds: [last.flowId] })).extensions.reason).toBe('FLOW_NOT_CLONED');
    const [flow] = await cloneOf([last.flowId]);
    await coordinator.ask(
      'mutation ($input: AddAccompanyingPersonInput!) { addAccompanyingPerson(input: $input) { id } }',
      { input: { flowId: flow?.id, firstName: 'Eva', lastName: 'Neri', email: 'eva.neri@own.example' } },
    );
    const refused = (await coordinator.refused(UNDO, { flowIds: [flow?.id] })).extensions;
    expect(refused).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'FLOW_IN_USE', missing: ['accompanying'] });
  });
});
