import path from 'node:path';
import { claimAlone } from '../postgres/claim.mjs';
import { makeDataDir } from './settings.mjs';

/**
 * Makes sure that nobody else runs SoftMob on the same data.
 * @param {import('./settings.mjs').Settings} settings
 * @returns {Promise<import('../postgres/claim.mjs').Claim>}
 */
export function claimData({ dataDir, port }) {
  makeDataDir(dataDir);
  return claimAlone(path.join(dataDir, 'claims'), {
    patienceMs: 1_000,
    note: String(port),
    refusal: ({ pid, note }) =>
      `SoftMob already runs on ${dataDir} (process ${pid}, http://localhost:${note}): stop that one with Ctrl-C first.`,
  });
}
