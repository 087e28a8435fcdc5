import path from 'node:path';
import { Browser } from '../story/browser';
import { addDays, moveFlows, readCohort, renameCohort } from '../story/cohort';
import { departuresFrom, FLOW_CODES, playStory } from '../story/play';
import { type Scene, type Troupe } from '../story/troupe';
import { type Harness, PASSWORD, startHarness } from './harness';

let harness: Harness;
let troupe: Troupe;

beforeAll(async () => {
  harness = await startHarness();
  const operator = new Browser(harness.baseUrl, 'sending');
  await operator.signIn(harness.world.operator, PASSWORD);
  const today = new Date().toISOString().slice(0, 10);
  const departures = departuresFrom(addDays(today, 24 * 7), 14);
  const folder = path.resolve('libs/participants/model/demo');
  const scene: Scene = {
    baseUrl: harness.baseUrl,
    operator,
    cohort: renameCohort(moveFlows(readCohort(folder), departures), 'story'),
    settle: () => harness.settle(),
    say: (what, done) => {
      if (process.env.STORY_ALOUD && done === undefined) process.stderr.write(`${what}\n`);
    },
    moveTo: (day) => {
      harness.api.runtime.clock.moveTo(Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000));
      return Promise.resolve();
    },
  };
  troupe = await playStory(scene, addDays(departures['SEV-2'], 100), Number(today.slice(0, 4)));
}, 600_000);
afterAll(() => harness.close());

interface Proof {
  mobilities: {
    nodes: {
      id: string;
      agreement: {
        versions: { number: number; status: string; requiredParties: string[]; signatures: { party: string }[] }[];
        inForce: { number: number; status: string; missingParties: string[] } | null;
      };
      certificates: { id: string }[];
    }[];
    totalCount: number;
  };
}
const AGREEMENTS = `query Proof($projectId: ID, $stages: [String!]) {
  mobilities(filter: { projectId: $projectId, stages: $stages }, first: 200) {
    nodes { id certificates { id }
      agreement { inForce { number status missingParties } versions { number status requiredParties signatures { party } } } }
    totalCount
  }
}`;
interface Moved {
  mobilities: {
    nodes: {
      placement: { startsOn: string };
      formerPlacements: { status: string; endsOn: string; reason: string }[];
      weeklyReports: { id: string }[];
      attendanceSummary: { complete: boolean };
    }[];
  };
}
const MOVED = `query Moved($projectId: ID) {
  mobilities(filter: { projectId: $projectId, stages: ["back"] }, first: 200) {
    nodes { placement { startsOn } formerPlacements { status endsOn reason } weeklyReports { id } attendanceSummary { complete } } }
}`;
const COUNT = 'query Count { mobilities(first: 1) { totalCount } }';

const cohort = (stages: readonly string[]) =>
  troupe.coordinator.ask<Proof>(AGREEMENTS, { projectId: troupe.projectId, stages });

describe('100 learners after their mobilities', () => {
  it('are 100 who came back with a certificate, and two who withdrew and are still on record', async () => {
    const [back, withdrawn] = [await cohort(['back']), await cohort(['withdrawn'])];
    expect([back.mobilities.totalCount, withdrawn.mobilities.totalCount]).toEqual([100, 2]);
    expect(back.mobilities.nodes.filter(({ certificates }) => certificates.length > 0)).toHaveLength(100);
  });

  it('have 100 locked agreements, each with every signature it required', async () => {
    const { mobilities } = await cohort(['back']);
    expect(mobilities.nodes.map(({ agreement }) => agreement.inForce?.status)).toEqual(Array(100).fill('locked'));
    for (const { agreement } of mobilities.nodes) {
      const inForce = agreement.versions.find(({ number }) => number === agreement.inForce?.number);
      expect(inForce?.signatures.map(({ party }) => party).sort()).toEqual(
        [...(inForce?.requiredParties ?? ['?'])].sort(),
      );
      // An amendment is signed by those whom it concerns; the first version by all.
      const first = agreement.versions.find(({ number }) => number === 1);
      expect(first?.requiredParties.length).toBeGreaterThanOrEqual(4);
    }
  });

  it('have two amendments, new hours and a new company, which kept version 1 with its signatures', async () => {
    const { mobilities } = await cohort(['back']);
    const amended = mobilities.nodes.filter(({ agreement }) => agreement.versions.length > 1);
    expect(amended).toHaveLength(2);
    for (const { agreement } of amended) {
      const first = agreement.versions.find(({ number }) => number === 1);
      expect(first).toMatchObject({ status: 'superseded' });
      expect(first?.signatures).toHaveLength(first?.requiredParties.length ?? -1);
      expect(agreement.inForce?.number).toBe(2);
    }
  });

  it('found another company where one closed: both stays on record, each tutor reported on their own weeks', async () => {
    const { mobilities } = await troupe.coordinator.ask<Moved>(MOVED, { projectId: troupe.projectId });
    const moved = mobilities.nodes.filter(({ formerPlacements }) => formerPlacements.length > 0);
    expect(moved).toHaveLength(1);
    const stay = moved[0];
    expect(stay?.formerPlacements).toMatchObject([
      { status: 'ended', reason: 'The company closes at the end of the week.' },
    ]);
    expect(addDays(stay?.formerPlacements[0]?.endsOn ?? '', 1)).toBe(stay?.placement.startsOn);
    expect(stay?.weeklyReports).toHaveLength(4);
    expect(stay?.attendanceSummary.complete).toBe(true);
  });

  it('are seen by a tutor, a host and a guardian only where they are theirs', async () => {
    const { pool } = harness.api.runtime;
    const { rows: tutors } = await pool.query<{ email: string; own: number }>(
      `SELECT p.email, count(*)::int AS own FROM mobility m JOIN person p ON p.id = m.tutor_person_id
       WHERE m.stage = 'back' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`,
    );
    await pool.query(
      'UPDATE person SET password_hash = (SELECT password_hash FROM person WHERE email = $2) WHERE email = $1',
      [tutors[0]?.email, harness.world.operator],
    );
    const tutor = new Browser(harness.baseUrl, 'company');
    await tutor.signIn(tutors[0]?.email ?? '', PASSWORD);
    const count = async (browser: Browser) =>
      (await browser.ask<{ mobilities: { totalCount: number } }>(COUNT)).mobilities.totalCount;
    expect(await count(tutor)).toBe(tutors[0]?.own);
    expect(await count(troupe.host(troupe.flow('LYO-1').hostName))).toBe(20);
    const minor = (await troupe.travellers(...FLOW_CODES)).find(({ guardianEmail }) => guardianEmail);
    const { rows: minors } = await pool.query<{ own: number }>(
      `SELECT count(*)::int AS own FROM mobility m JOIN person p ON p.id = m.guardian_person_id
       WHERE p.email = $1 AND m.adult_on > $2`,
      [minor?.guardianEmail, harness.api.runtime.clock.today()],
    );
    expect(await count(troupe.person(minor?.guardianEmail ?? ''))).toBe(minors[0]?.own);
  });

  it('leave by export only with what the reader may see', async () => {
    const path = `/exports/cohort.csv?projectId=${troupe.projectId}`;
    const school = await troupe.coordinator.download(path);
    const host = await troupe
      .host(troupe.flow('LYO-1').hostName)
      .download(`/exports/cohort.csv?flowId=${troupe.flow('LYO-1').id}`);
    expect(school.status).toBe(200);
    expect(school.bytes.toString('utf8')).toMatch(/fewer/i);
    expect(host.status).toBe(200);
    expect(host.bytes.toString('utf8')).not.toMatch(/fewer/i);
    const participant = troupe.person((await troupe.travellers('BER-1'))[0]?.email ?? '');
    expect((await participant.download(path)).status).toBeGreaterThanOrEqual(400);
  });

  it('left a history in which every change names who made it and when, but for what the day itself brings', async () => {
    const { rows } = await harness.api.runtime.pool.query<{ total: number; nameless: string[]; undated: number }>(
      `SELECT count(*)::int AS total, count(*) FILTER (WHERE recorded_at IS NULL)::int AS undated,
         array_agg(DISTINCT type) FILTER (WHERE actor_person_id IS NULL) AS nameless
       FROM event WHERE organisation_id = (SELECT organisation_id FROM project WHERE id = $1)`,
      [troupe.projectId],
    );
    const byItself = ['agreement.sealed', 'seal-key.taken', 'task.escalated'];
    expect((rows[0]?.nameless ?? []).filter((type) => !byItself.includes(type))).toEqual([]);
    expect(rows[0]?.undated).toBe(0);
    expect(rows[0]?.total).toBeGreaterThan(2_000);
  });

  it.each([
    [
      'board',
      `query Board($projectId: ID, $first: Int) { mobilities(filter: { projectId: $projectId }, first: $first) {
         nodes { id stage flow { code } participant { firstName lastName } company { name } hostOrganisation { name }
           placement { status tutor { name } } documents { status } openTasks { id } agreement { inForce { status } } } } }`,
    ],
    [
      'page',
      `query Page($projectId: ID, $first: Int) { mobilities(filter: { projectId: $projectId, order: "departure" }, first: $first) {
         totalCount pageInfo { endCursor } nodes { id participant { lastName } } } }`,
    ],
  ])('take as many SQL statements to show 100 on a %s as 10', async (_name, query) => {
    await troupe.coordinator.ask(query, { projectId: troupe.projectId, first: 10 });
    const few = troupe.coordinator.statements;
    await troupe.coordinator.ask(query, { projectId: troupe.projectId, first: 100 });
    expect(troupe.coordinator.statements).toBe(few);
    expect(few).toBeGreaterThan(0);
    expect(few).toBeLessThan(20);
  });
});
