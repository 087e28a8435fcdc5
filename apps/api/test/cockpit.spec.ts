import { BEFORE_DEPARTURE, happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';

let harness: Harness;
let coordinator: Agent;
let near: { flowId: string; mobilityIds: string[] };

const FIGURES = 'participants ready onTime closed atHome abroad back tasks done late share';
const RADAR = `query ($projectId: ID) { departureRadar(projectId: $projectId) {
  id moment daysToDeparture daysToReturn readyShare flow { code town } figures { ${FIGURES} }
  blockers { stepKey title open late wholeFlow dueOn holder { role names count } }
} }`;
interface RadarFlow {
  id: string;
  moment: string;
  daysToDeparture: number;
  readyShare: number;
  flow: { code: string };
  figures: Record<string, number>;
  blockers: { stepKey: string; open: number; late: number; holder: { role: string; names: string[]; count: number } }[];
}
const radar = async (who: Agent) => (await who.ask<{ departureRadar: RadarFlow[] }>(RADAR)).departureRadar;
const radarOf = async (who: Agent, flowId: string) => {
  const found = (await radar(who)).find(({ id }) => id === flowId);
  if (!found) throw new Error('Not on the radar');
  return found;
};
const select = (flowId: string, ids: readonly string[], type = 'mobility.selected') =>
  happen(
    harness,
    ids.map((id) => ofMobility(harness.world.own, flowId, id, type)),
  );

beforeAll(async () => {
  harness = await startHarness();
  const { own } = harness.world;
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  near = await makeFlow(harness, own, { code: 'N-1', people: 10, startsIn: 14 });
  await select(near.flowId, near.mobilityIds);
});
afterAll(() => harness.close());

describe('the departure radar', () => {
  it('counts days, names the first step that anybody can take and who holds it', async () => {
    const flow = await radarOf(coordinator, near.flowId);
    expect(flow).toMatchObject({ moment: 'before', daysToDeparture: 14, readyShare: 0, flow: { code: 'N-1' } });
    expect(flow.figures).toMatchObject({ participants: 10, ready: 0, onTime: 0, atHome: 10, done: 0 });
    const [first] = flow.blockers;
    expect(first).toMatchObject({
      stepKey: 'accept-place',
      open: 10,
      late: 10,
      holder: { role: 'participant', count: 10 },
    });
    expect(first?.holder.names).toEqual(['N-1-000 Last', 'N-1-001 Last', 'N-1-002 Last']);
    expect(flow.blockers.map(({ stepKey }) => stepKey)).not.toContain('compose-agreement');
  });

  it('moves the blame along with the work, until a person is ready', async () => {
    await select(near.flowId, near.mobilityIds.slice(0, 3), 'participant.accepted');
    const { blockers } = await radarOf(coordinator, near.flowId);
    expect(blockers.find(({ stepKey }) => stepKey === 'propose-placement')).toMatchObject({
      open: 3,
      holder: { role: 'hostCoordinator', names: ['Host own'], count: 1 },
    });
    for (const type of BEFORE_DEPARTURE) await select(near.flowId, near.mobilityIds.slice(0, 4), type);
    expect(await radarOf(coordinator, near.flowId)).toMatchObject({ readyShare: 0.4, figures: { ready: 4 } });
    await happen(harness, [
      ofMobility(harness.world.own, near.flowId, near.mobilityIds[0] ?? '', 'placement.cancelled'),
    ]);
    expect((await radarOf(coordinator, near.flowId)).figures.ready).toBe(3);
  });

  it('shows a host only its own steps, and a foreign school nothing', async () => {
    const host = await radarOf(await harness.as(harness.world.own.people.host, 'hostCoordinator'), near.flowId);
    expect(host.figures.participants).toBe(10);
    expect(new Set(host.blockers.map(({ holder }) => holder.role))).toEqual(new Set(['hostCoordinator']));
    expect(JSON.stringify(host)).not.toContain('N-1-00');
    const stranger = await harness.as(harness.world.foreign.people.coordinator, 'sendingCoordinator');
    expect((await radar(stranger)).map(({ id }) => id)).not.toContain(near.flowId);
  });

  it('does not exist for participants and tutors', async () => {
    for (const [email, audience] of [
      [harness.world.own.people.adult, 'participant'],
      [harness.world.own.people.tutor, 'companyTutor'],
    ] as const) {
      expect((await (await harness.as(email, audience)).refused(RADAR)).extensions.code).toBe(
        'GRAPHQL_VALIDATION_FAILED',
      );
    }
  });
});

describe('the board', () => {
  const BOARD = `query ($flowIds: [ID!]) { mobilities(filter: { flowIds: $flowIds }, first: 500) { nodes {
    id progress { tasks done late ready openSteps lateSteps next { stepKey } } openTasks { title dueOn } tasks { stepKey } } } }`;
  interface Board {
    mobilities: {
      nodes: {
        progress: { tasks: number; done: number; openSteps: string[]; next: { stepKey: string } };
        openTasks: object[];
      }[];
    };
  }

  it('costs as many statements for ten people as for a hundred', async () => {
    const { own } = harness.world;
    const large = await makeFlow(harness, own, { code: 'L-1', people: 100, startsIn: 120 });
    await select(large.flowId, large.mobilityIds);
    const few = await coordinator.send<Board>(BOARD, { flowIds: [near.flowId] });
    const many = await coordinator.send<Board>(BOARD, { flowIds: [large.flowId] });
    expect(many.data.mobilities.nodes).toHaveLength(100);
    expect(many.statements).toBe(few.statements);
    const [row] = many.data.mobilities.nodes;
    expect(row?.progress).toMatchObject({ done: 0, next: { stepKey: 'accept-place' } });
    expect(row?.openTasks).toHaveLength(row?.progress.tasks ?? -1);
  });

  it('so do radar and dashboard, whatever the number of people and flows', async () => {
    const { own, foreign } = harness.world;
    const stranger = await harness.as(foreign.people.coordinator, 'sendingCoordinator');
    const DASHBOARD = `query ($id: ID!) { dashboard(projectId: $id) { total { ${FIGURES} } byFlow { flow { code } figures { tasks } }
      byCountry { key figures { participants } } byPhase { phase tasks done late } late { title late flow { code } holder { names } } } }`;
    await happen(
      harness,
      foreign.mobilityIds.map((id) => ofMobility(foreign, foreign.flowId, id, 'mobility.selected')),
    );
    const small = [await stranger.send(RADAR), await stranger.send(DASHBOARD, { id: foreign.projectId })];
    const large = [await coordinator.send(RADAR), await coordinator.send(DASHBOARD, { id: own.projectId })];
    // A school without anything late asks no names of flows: one statement less.
    expect(large[0]?.statements).toBe(small[0]?.statements);
    expect((large[1]?.statements ?? 0) - (small[1]?.statements ?? 0)).toBeLessThanOrEqual(1);
    expect((await coordinator.refused(DASHBOARD, { id: foreign.projectId })).extensions.code).toBe('NOT_FOUND');
  });
});

describe('the dashboard', () => {
  it('adds up: flows make the country, countries the whole', async () => {
    const { own } = harness.world;
    const spain = await makeFlow(harness, own, { code: 'S-1', people: 5, startsIn: -7, country: 'ES' });
    await select(spain.flowId, spain.mobilityIds);
    await harness.api.runtime.pool.query(`UPDATE mobility SET stage = 'abroad' WHERE flow_id = $1`, [spain.flowId]);
    const { dashboard } = await coordinator.ask<{
      dashboard: {
        total: Record<string, number>;
        byFlow: { figures: Record<string, number> }[];
        byCountry: { key: string; figures: Record<string, number> }[];
        byPhase: { tasks: number }[];
        late: { late: number }[];
      };
    }>(
      `query ($id: ID!) { dashboard(projectId: $id) { total { ${FIGURES} } byFlow { figures { ${FIGURES} } }
        byCountry { key figures { ${FIGURES} } } byPhase { tasks } late { late } } }`,
      { id: own.projectId },
    );
    const add = (rows: { figures: Record<string, number> }[], key: string) =>
      rows.reduce((total, { figures }) => total + (figures[key] ?? 0), 0);
    for (const key of ['participants', 'tasks', 'done', 'late', 'abroad']) {
      expect(add(dashboard.byFlow, key)).toBe(dashboard.total[key]);
      expect(add(dashboard.byCountry, key)).toBe(dashboard.total[key]);
    }
    expect(dashboard.byPhase.reduce((total, { tasks }) => total + tasks, 0)).toBe(dashboard.total.tasks);
    expect(dashboard.byCountry.find(({ key }) => key === 'ES')?.figures).toMatchObject({ participants: 5, abroad: 5 });
    expect(dashboard.late.length).toBeGreaterThan(0);
  });

  it('comes as CSV in which no cell can become a formula', async () => {
    const { own, foreign } = harness.world;
    await harness.api.runtime.pool.query(`UPDATE project SET title = '=1+1' WHERE id = $1`, [own.projectId]);
    const answer = await coordinator.get(`/api/exports/dashboard.csv?projectId=${own.projectId}`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('text/csv');
    const lines = answer.text.split('\r\n');
    expect(lines[0]).toContain('Part,Item,People');
    expect(lines[1]).toContain("Project,'=1+1,");
    expect(lines.some((line) => line.startsWith('Country,Spain,5,0,5,0,'))).toBe(true);
    const other = await coordinator.get(`/api/exports/dashboard.csv?projectId=${foreign.projectId}`);
    expect(other.status).toBe(404);
    const host = await harness.as(own.people.host, 'hostCoordinator');
    expect((await host.get(`/api/exports/dashboard.csv?projectId=${own.projectId}`)).status).toBe(403);
  });
});

describe('what is to be done, in one go', () => {
  it('groups tasks by flow and step and says how many wait for an earlier step', async () => {
    const { taskGroups } = await coordinator.ask<{
      taskGroups: {
        stepKey: string;
        role: string;
        open: number;
        waiting: number;
        taskIds: string[];
        flow: { code: string };
      }[];
    }>('{ taskGroups(mine: true, openOnly: true) { stepKey role open waiting taskIds flow { code } } }');
    expect(new Set(taskGroups.map(({ role }) => role))).toEqual(new Set(['sendingCoordinator']));
    const lock = taskGroups.find(({ stepKey, flow }) => stepKey === 'lock-agreement' && flow.code === 'N-1');
    // Four were locked; one of them lost the placement that the agreement spoke of.
    expect(lock).toMatchObject({ open: 7, waiting: 7 });
    expect(lock?.taskIds).toHaveLength(7);
  });
});

describe('progress by outcome', () => {
  const OUTCOMES =
    'query ($id: ID!) { outcomeFigures(projectId: $id) { unitKey title(locale: "it") participants assessed notYet independently } }';

  it('counts outcomes by unit of the signed agreements, the final judgement before that of mid-term', async () => {
    const { own, foreign } = harness.world;
    const { pool } = harness.api.runtime;
    const tutor = own.personIds[own.people.tutor];
    const content = { units: [{ key: 'cook-mise', title: { en: 'Mise en place', it: 'Preparazione' } }] };
    const rating = (attainment: string) =>
      [1, 2].map((n) => ({ outcomeKey: `cook-mise/skills/${String(n)}`, attainment }));
    for (const mobilityId of near.mobilityIds.slice(0, 3)) {
      await pool.query(
        `WITH a AS (INSERT INTO agreement (id, mobility_id, organisation_id, number, created_at)
           VALUES (gen_random_uuid(), $1, $2, $1::uuid::text, now()) RETURNING id)
         INSERT INTO agreement_version (id, agreement_id, mobility_id, number, content, content_hash, status, required_parties,
           company_id, has_supporting, adult_on, created_by, created_at, opened_at, locked_at)
         SELECT $1, a.id, $1, 1, $3, 'hash', 'locked', '{participant}', $4, false, '2018-01-01', $5, now(), now(), now() FROM a`,
        [mobilityId, own.schoolId, JSON.stringify(content), own.companyId, tutor],
      );
    }
    const judge = (mobilityId: string | undefined, kind: string, attainment: string) =>
      pool.query(
        `INSERT INTO assessment (id, mobility_id, version_id, kind, outcomes, person_id, assessor_name, saved_at, submitted_at)
         VALUES (gen_random_uuid(), $1, $1, $2, $3, $4, 'Tutor', now(), now())`,
        [mobilityId, kind, JSON.stringify(rating(attainment)), tutor],
      );
    const [first, second] = near.mobilityIds;
    await judge(first, 'midterm', 'notYet');
    await judge(first, 'final', 'independently');
    await judge(second, 'midterm', 'notYet');
    const { outcomeFigures } = await coordinator.ask<{ outcomeFigures: object[] }>(OUTCOMES, { id: own.projectId });
    expect(outcomeFigures).toEqual([
      { unitKey: 'cook-mise', title: 'Preparazione', participants: 3, assessed: 2, notYet: 2, independently: 2 },
    ]);
    expect((await coordinator.refused(OUTCOMES, { id: foreign.projectId })).extensions.code).toBe('NOT_FOUND');
    const finance = await harness.as(own.people.finance, 'sendingFinance');
    const refusal = await finance.refused(OUTCOMES, { id: own.projectId });
    expect(refusal.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
