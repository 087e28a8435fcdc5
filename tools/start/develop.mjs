import path from 'node:path';
import { apiPatienceMs, describeEnd, startApi } from './api.mjs';
import { runTarget } from './build.mjs';
import { claimData } from './claim-data.mjs';
import { assertPortIsFree } from './port.mjs';
import { runCommand, withDatabase } from './run.mjs';
import { assertInstalled, readSettings, root } from './settings.mjs';

/** @typedef {import('./child.mjs').Child} Child */

/**
 * Rebuilds the API whenever one of its sources changes.
 * @param {() => void} onBuilt
 * @returns {Promise<() => Promise<void>>} ends the watching
 */
async function watchApi(onBuilt) {
  const { build } = await import('vite');
  const folder = path.join(root, 'apps', 'api');
  const watcher = await build({
    root: folder,
    configFile: path.join(folder, 'vite.config.ts'),
    mode: 'development',
    clearScreen: false,
    logLevel: 'warn',
    // A build that begins while the last one is being started must not take its files away.
    build: { watch: {}, emptyOutDir: false },
  });
  if (!('on' in watcher)) throw new Error('Vite built the API once instead of watching it.');
  watcher.on('event', (event) => {
    if (event.code === 'BUNDLE_END') void event.result.close();
    if (event.code === 'ERROR') console.error(event.error.message);
    if (event.code === 'END') onBuilt();
  });
  return () => watcher.close();
}

/**
 * Keeps one API running: the newest. Restarts follow one another, however quickly changes come.
 * @param {() => Child} launch
 */
function keepNewest(launch) {
  /** @type {Child | undefined} */
  let running;
  let queue = Promise.resolve();
  const replace = async (/** @type {boolean} */ mayStart) => {
    const before = running;
    running = undefined;
    await before?.stop(apiPatienceMs);
    if (!mayStart) return;
    const api = launch();
    running = api;
    void api.ended.then((end) => {
      if (running !== api) return;
      running = undefined;
      console.error(`The API ended (${describeEnd(end)}): it starts again after the next change.`);
    });
  };
  return {
    restart: () => void (queue = queue.then(() => replace(true))),
    stop: () => (queue = queue.then(() => replace(false))),
    kill: () => running?.kill(),
  };
}

/**
 * Works on SoftMob: the API is rebuilt and restarted, and the portals are reloaded, as their sources change; everything
 * is served at one origin. Typed documents are generated once, at the start.
 */
export async function develop() {
  process.env.NODE_ENV ??= 'development';
  await runCommand(async (stop) => {
    assertInstalled();
    const settings = readSettings(process.env);
    const own = await claimData(settings);
    try {
      await assertPortIsFree(settings.port, 'npm run dev');
      await runTarget('codegen', settings, stop, () => undefined);
      return await withDatabase(settings, stop, (databaseUrl) => serve(settings, databaseUrl, stop));
    } finally {
      own.release();
    }
  });
}

/**
 * @param {import('./settings.mjs').Settings} settings
 * @param {string} databaseUrl
 * @param {import('./stop.mjs').Stop} stop
 * @returns {Promise<number>} the exit code
 */
async function serve(settings, databaseUrl, stop) {
  const { portalSetting, servePortals } = await import('./portals.mjs');
  const portals = await servePortals();
  const more = { SOFTMOB_PORTAL_DEV: portalSetting(portals) };
  const api = keepNewest(() => startApi(settings, databaseUrl, more));
  const forgetKill = stop.onForce(api.kill);
  const endWatching = await watchApi(api.restart);
  try {
    if (!stop.signal.aborted) {
      await new Promise((resolve) => stop.signal.addEventListener('abort', () => resolve(undefined)));
    }
    return 0;
  } finally {
    await endWatching();
    await api.stop();
    forgetKill();
    await Promise.all(portals.map((portal) => portal.close()));
  }
}
