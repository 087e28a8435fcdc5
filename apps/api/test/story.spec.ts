import path from 'node:path';
import { Browser } from '../story/browser';
import { addDays, moveFlows, readCohort, renameCohort } from '../story/cohort';
import { departuresFrom, FLOW_CODES, playStory } from '../story/play';
import { type Scene, type Troupe } from '../story/troupe';
import { type Harness, PASSWORD, startHarness } from './harness';

let harness: Harness;
let troupe: Troupe;
const lines: string[] = [];

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
      if (done === undefined) lines.push(what);
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

it('everybody did their part', () => {
  expect(FLOW_CODES).toHaveLength(5);
  expect(troupe.flows).toHaveLength(5);
  expect(lines.length).toBeGreaterThan(10);
});
