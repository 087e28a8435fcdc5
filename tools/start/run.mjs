import fs from 'node:fs';
import path from 'node:path';
import { Refusal } from '../postgres/refusal.mjs';
import { apiPatienceMs, describeEnd, startApi } from './api.mjs';
import { buildAll } from './build.mjs';
import { claimData } from './claim-data.mjs';
import { assertPortIsFree } from './port.mjs';
import { assertInstalled, readSettings } from './settings.mjs';
import { listenForStop } from './stop.mjs';

/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {import('./stop.mjs').Stop} Stop */

/**
 * Does the work of a command and turns its end into the exit code: 0 as asked, 1 with one sentence on a refusal,
 * 130 when it was stopped before it was ready.
 * @param {(stop: Stop) => Promise<number>} work
 */
export async function runCommand(work) {
  const stop = listenForStop();
  try {
    process.exitCode = await work(stop);
  } catch (reason) {
    if (stop.signal.aborted) process.exitCode = 130;
    else {
      console.error(reason instanceof Refusal ? reason.message : reason);
      process.exitCode = 1;
    }
  } finally {
    stop.forget();
  }
}

/**
 * Does some work with a database: the given one, or one that is started for it and stopped after it.
 * @template T
 * @param {Settings} settings
 * @param {Stop} stop
 * @param {(databaseUrl: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDatabase({ databaseUrl, dataDir }, stop, work) {
  if (databaseUrl) return work(databaseUrl);
  const { ensurePostgres } = await import('../postgres/postgres.mjs');
  const server = await ensurePostgres({ dataDir: path.join(dataDir, 'postgres') });
  const forgetKill = stop.onForce(() => process.kill(server.pid, 'SIGQUIT'));
  try {
    stop.signal.throwIfAborted();
    return await work(server.url);
  } finally {
    await server.stop();
    forgetKill();
  }
}

/**
 * Runs the API until it ends or is to stop.
 * @param {Settings} settings
 * @param {string} databaseUrl
 * @param {Stop} stop
 * @returns {Promise<number>} the exit code
 */
async function runApi(settings, databaseUrl, stop) {
  const api = startApi(settings, databaseUrl);
  const forgetKill = stop.onForce(api.kill);
  const asked = new Promise((resolve) => stop.signal.addEventListener('abort', () => resolve(undefined)));
  const end = await Promise.race([api.ended, asked]);
  try {
    if (end) {
      console.error(`SoftMob's API ended by itself (${describeEnd(end)}): what it said last stands above.`);
      return end.code || 1;
    }
    console.log('\nSoftMob is stopping …');
    if (await api.stop(apiPatienceMs)) return 0;
    console.error(`SoftMob's API did not stop within ${apiPatienceMs / 1000} seconds and was ended by force.`);
    return 1;
  } finally {
    api.kill();
    forgetKill();
  }
}

/** Everything that can fail for a reason of the environment is checked before the long work. */
export async function start() {
  // A driver's advice to programmers would bury the one sentence that helps.
  process.removeAllListeners('warning');
  await runCommand(async (stop) => {
    assertInstalled();
    const settings = readSettings(process.env);
    const own = await claimData(settings);
    try {
      await assertPortIsFree(settings.port);
      if (settings.databaseUrl) {
        const { assertDatabaseIsUsable } = await import('./given-database.mjs');
        await assertDatabaseIsUsable(settings.databaseUrl);
      }
      if (settings.mustBuild) await buildAll(settings, stop);
      if (!fs.existsSync(settings.apiMain)) throw new Refusal(`There is no ${settings.apiMain} to start.`);
      stop.signal.throwIfAborted();
      const code = await withDatabase(settings, stop, (url) => runApi(settings, url, stop));
      if (stop.signal.aborted) console.log('SoftMob has stopped.');
      return code;
    } finally {
      own.release();
    }
  });
}
