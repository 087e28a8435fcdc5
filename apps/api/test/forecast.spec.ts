import { happen, makeFlow, ofMobility } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';

let harness: Harness;
let coordinator: Agent;
let earlier: { flowId: string; mobilityIds: string[] };
let next: { flowId: string; mobilityIds: string[] };

const STEP = '{ key verdict likelyOn safeOn basis samples median most }';
const RADAR = `query { departureRadar { id flow { code } forecast { onTime atRisk late decisive ${STEP} }
  blockers { stepKey forecast ${STEP} } } }`;
const DEPARTURE = `query ($id: ID!) { departure(flowId: $id) { forecast { onTime atRisk late }
  flowSteps { stepKey forecast ${STEP} } rows { id forecast ${STEP} missing { stepKey forecast ${STEP} } } } }`;

interface Step {
  key: string;
  verdict: string;
  likelyOn: string;
  safeOn: string;
  basis: string;
  samples: number;
  median: number;
  most: number;
}
interface Counts {
  onTime: number;
  atRisk: number;
  late: number;
}
interface Radar {
  departureRadar: {
    id: string;
    flow: { code: string };
    forecast: (Counts & { decisive: Step | null }) | null;
    blockers: { stepKey: string; forecast: Step | null }[];
  }[];
}
interface Departure {
  departure: {
    forecast: Counts | null;
    flowSteps: { stepKey: string; forecast: Step | null }[];
    rows: { id: string; forecast: Step | null; missing: { stepKey: string; forecast: Step }[] }[];
  };
}

const query = (sql: string, values: unknown[]) => harness.api.runtime.pool.query(sql, values);
const radarOf = async (who: Agent, flowId: string) =>
  (await who.ask<Radar>(RADAR)).departureRadar.find(({ id }) => id === flowId);
const departureOf = async (flowId: string) => (await coordinator.ask<Departure>(DEPARTURE, { id: flowId })).departure;

/** Weekdays ago, as the past is counted. */
function weekdaysAgo(count: number): string {
  const day = new Date(Date.now() - 60 * 86_400_000);
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() - 1);
  for (let left = count; left > 0;) {
    day.setUTCDate(day.getUTCDate() - 1);
    if (![0, 6].includes(day.getUTCDay())) left -= 1;
  }
  return day.toISOString();
}

/** In the earlier flow, these learners' identity papers took so many working days to be verified. */
async function tookBefore(days: readonly number[]): Promise<void> {
  const end = weekdaysAgo(0);
  for (const [at, took] of days.entries()) {
    const mobilityId = earlier.mobilityIds[at];
    await query(
      `UPDATE task SET done_at = $2, done_how = 'hand' WHERE mobility_id = $1 AND step_key LIKE '%identity%'`,
      [mobilityId, end],
    );
    await query(
      `INSERT INTO event (id, type, subject_type, subject_id, organisation_id, mobility_id, audience, at, recorded_at)
       VALUES (gen_random_uuid(), 'mobility.selected', 'mobility', $1, $2, $1, 'operator', $3, now())`,
      [mobilityId, harness.world.own.schoolId, weekdaysAgo(took)],
    );
  }
}

beforeAll(async () => {
  harness = await startHarness();
  const { own } = harness.world;
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  const selected = async (flow: typeof next) => {
    await happen(
      harness,
      flow.mobilityIds.map((id) => ofMobility(own, flow.flowId, id, 'mobility.selected')),
    );
    return flow;
  };
  earlier = await selected(await makeFlow(harness, own, { code: 'PAST', people: 12, startsIn: -40 }));
  next = await selected(await makeFlow(harness, own, { code: 'NEXT', people: 3, startsIn: 30 }));
});
afterAll(() => harness.close());

const identity = (row: Departure['departure']['rows'][number] | undefined) =>
  row?.missing.find(({ stepKey }) => stepKey.includes('identity'));

describe('the forecast', () => {
  it('keeps to the plan while too few such steps were seen, and says so', async () => {
    await tookBefore([1, 2, 2]);
    const { rows } = await departureOf(next.flowId);
    expect(identity(rows[0])?.forecast).toMatchObject({ basis: 'plan', samples: 3 });
  });

  it('tells from how long such steps took the school before: half of them, four of five', async () => {
    await tookBefore([1, 2, 2, 3, 3, 6, 9, 12, 15, 20]);
    const departure = await departureOf(next.flowId);
    const step = identity(departure.rows[0]);
    expect(step?.forecast).toMatchObject({ basis: 'history', samples: 10, median: 3, most: 12, verdict: 'on-time' });
    expect(departure.rows.every(({ forecast }) => forecast !== null)).toBe(true);
    expect(departure.forecast).toBeDefined();
    const { onTime, atRisk, late } = departure.forecast ?? { onTime: 0, atRisk: 0, late: 0 };
    expect(onTime + atRisk + late).toBe(3);
  });

  it('turns to at risk and to late as the departure comes nearer', async () => {
    const verdicts: (string | undefined)[] = [];
    for (const days of [30, 13, 2]) {
      await query(`UPDATE flow SET starts_on = current_date + $2::int WHERE id = $1`, [next.flowId, days]);
      verdicts.push(identity((await departureOf(next.flowId)).rows[0])?.forecast.verdict);
    }
    expect(verdicts).toEqual(['on-time', 'at-risk', 'late']);
    await query(`UPDATE flow SET starts_on = current_date + 30 WHERE id = $1`, [next.flowId]);
  });

  it('stands on the radar for each flow and each of its blockers, and not for one that has departed', async () => {
    const ahead = await radarOf(coordinator, next.flowId);
    const { onTime = 0, atRisk = 0, late = 0 } = ahead?.forecast ?? {};
    expect(onTime + atRisk + late).toBe(3);
    expect(ahead?.forecast?.decisive).not.toBeNull();
    expect(ahead?.blockers.length).toBeGreaterThan(0);
    expect(ahead?.blockers.every(({ forecast }) => forecast !== null)).toBe(true);
    expect((await radarOf(coordinator, earlier.flowId))?.forecast).toBeNull();
  });

  it('costs as many statements for many flows and people as for few', async () => {
    const few = await coordinator.send<Radar>(RADAR);
    const { own } = harness.world;
    const large = await makeFlow(harness, own, { code: 'LARGE', people: 60, startsIn: 30 });
    await happen(
      harness,
      large.mobilityIds.map((id) => ofMobility(own, large.flowId, id, 'mobility.selected')),
    );
    const many = await coordinator.send<Radar>(RADAR);
    expect(many.data.departureRadar).toHaveLength(few.data.departureRadar.length + 1);
    expect(many.statements).toBe(few.statements);
    const [small, big] = [next, large].map(({ flowId }) => coordinator.send<Departure>(DEPARTURE, { id: flowId }));
    expect((await big)?.statements).toBe((await small)?.statements);
  });

  it('is the school’s own: a host reads the radar without it, and a foreign school nothing', async () => {
    const { own, foreign } = harness.world;
    const host = await harness.as(own.people.host, 'hostCoordinator');
    expect((await host.refused(RADAR)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const plain = await host.ask<Radar>('{ departureRadar { id flow { code } } }');
    expect(plain.departureRadar.map(({ id }) => id)).toContain(next.flowId);
    const stranger = await harness.as(foreign.people.coordinator, 'sendingCoordinator');
    expect(await radarOf(stranger, next.flowId)).toBeUndefined();
    expect((await stranger.refused(DEPARTURE, { id: next.flowId })).extensions.code).toBe('NOT_FOUND');
    const abroad = (await stranger.ask<Radar>(RADAR)).departureRadar.flatMap(({ blockers }) => blockers);
    expect(abroad.filter(({ forecast }) => forecast?.basis === 'history')).toEqual([]);
    const teacher = await harness.as(own.people.teacher, 'sendingTeacher');
    expect((await radarOf(teacher, next.flowId))?.forecast).not.toBeNull();
  });
});
