import path from 'node:path';
import { Browser } from './browser';
import { addDays, daysBetween, moveFlows, readCohort, renameCohort } from './cohort';
import { DEMO_OPERATOR } from './demo';
import { departuresFrom, playStory } from './play';
import { teller } from './teller';
import { PASSWORD, type Scene, type Troupe } from './troupe';

const root = path.join(import.meta.dirname, '..', '..', '..');

function option(name: string, fallback: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return process.argv[at + 1] && at > 0 ? (process.argv[at + 1] ?? fallback) : fallback;
}

/** Plays the story of 100 learners against a running demo, in a school of its own. */
async function main(): Promise<void> {
  const baseUrl = option('url', process.env.PUBLIC_URL ?? 'http://localhost:3000').replace(/\/+$/, '');
  const operator = new Browser(baseUrl, 'sending');
  await operator.signIn(option('operator', DEMO_OPERATOR), option('password', PASSWORD));
  const { viewer } = await operator.ask<{ viewer: { today: string } }>('query Today { viewer { today } }');
  const now = new Date().toISOString().slice(0, 10);
  // Everything happens before today, on its own day: the clock goes back, follows the story, and stands as before at last.
  const departures = departuresFrom(addDays(viewer.today, -7 * 20), 14);
  const mark = `s${Date.now().toString(36)}`;
  const cohort = renameCohort(moveFlows(readCohort(path.join(root, 'libs/participants/model/demo')), departures), mark);
  const say = teller();
  const moveTo = async (day: string): Promise<void> => {
    await operator.ask('mutation Move($days: Int!) { moveClock(offsetDays: $days) { now } }', {
      days: daysBetween(now, day),
    });
  };
  const scene: Scene = { baseUrl, operator, cohort, say, settle: () => Promise.resolve(), moveTo };
  let troupe: Troupe;
  try {
    await moveTo(addDays(departures['BER-1'], -7 * 24));
    troupe = await playStory(scene, viewer.today, Number(viewer.today.slice(0, 4)));
  } finally {
    await moveTo(viewer.today);
  }
  const figures = await troupe.coordinator.ask<{ current: { totalCount: number }; withdrawn: { totalCount: number } }>(
    `query Figures($projectId: ID) {
      current: mobilities(filter: { projectId: $projectId, stages: ["back"] }, first: 1) { totalCount }
      withdrawn: mobilities(filter: { projectId: $projectId, stages: ["withdrawn"] }, first: 1) { totalCount }
    }`,
    { projectId: troupe.projectId },
  );
  say(`${String(figures.current.totalCount)} learners are back, ${String(figures.withdrawn.totalCount)} withdrew.`);
  const coordinator = cohort.organisations.find((row) => row.Function === 'coordinator')?.['E-mail'] ?? '';
  say(`Look at it: ${baseUrl}/sending as ${coordinator}, password "${PASSWORD}"`);
}

main().catch((error: unknown) => {
  const refusedConnection = error instanceof TypeError && error.message === 'fetch failed';
  console.error(refusedConnection ? 'No server answers there. Start it with npm start, or name it with --url.' : error);
  process.exit(1);
});
