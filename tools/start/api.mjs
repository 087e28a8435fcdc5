import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { apiFlags } from './api-flags.mjs';
import { runNode } from './child.mjs';
import { root } from './settings.mjs';

/** How long the API may take to finish what it is doing, in milliseconds. */
export const apiPatienceMs = 10_000;

/**
 * Starts the API. It shares our output; if we are killed, it stops by itself.
 * @param {import('./settings.mjs').Settings} settings
 * @param {string} databaseUrl
 * @param {NodeJS.ProcessEnv} [more] further variables for it
 */
export function startApi(settings, databaseUrl, more = {}) {
  const guard = pathToFileURL(path.join(root, 'tools', 'start', 'orphan-guard.mjs')).href;
  return runNode([...apiFlags, '--import', guard, settings.apiMain], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: String(settings.port),
      DATA_DIR: settings.dataDir,
      SOFTMOB_DEMO: settings.demo,
      ...more,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/**
 * How a program ended, in words.
 * @param {import('./child.mjs').End} end
 */
export const describeEnd = ({ code, signal }) => (signal ? `killed by ${signal}` : `exit code ${code}`);
