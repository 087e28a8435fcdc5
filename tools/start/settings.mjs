import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../postgres/refusal.mjs';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What the environment asks for.
 *
 * - PORT: where the API and the portals are served (3000).
 * - DATABASE_URL: a PostgreSQL to use; without it one is started from npm packages.
 * - DATA_DIR: where everything is kept that must last (.data in the checkout).
 * - SOFTMOB_DEMO: 0 for no demo data.
 * - SOFTMOB_API_MAIN: another program in place of the API, which is then not built; for tests of the starter.
 *
 * @typedef {{ port: number, databaseUrl?: string, dataDir: string, demo: '0' | '1', apiMain: string, mustBuild: boolean }} Settings
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 * @throws {Refusal} when a setting makes no sense
 */
export function readSettings(env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT is "${env.PORT}", but a port is a number from 1 to 65535: try PORT=3000.`);
  }
  return {
    port,
    databaseUrl: env.DATABASE_URL || undefined,
    dataDir: path.resolve(root, env.DATA_DIR || '.data'),
    demo: env.SOFTMOB_DEMO === '0' ? '0' : '1',
    apiMain: env.SOFTMOB_API_MAIN || path.join(root, 'apps', 'api', 'dist', 'main.js'),
    mustBuild: !env.SOFTMOB_API_MAIN,
  };
}

/**
 * The packages of development are needed to build: without them the first thing to do is to install.
 * @throws {Refusal}
 */
export function assertInstalled() {
  const lacks = (/** @type {string} */ name) => !fs.existsSync(path.join(root, 'node_modules', name));
  if (lacks('pg')) throw new Refusal('The packages are not installed yet: run "npm ci" first.');
  if (lacks('nx') || lacks('vite')) {
    throw new Refusal('The packages that build SoftMob are not installed: run "npm ci --include=dev".');
  }
}

/** @param {string} dataDir */
export function makeDataDir(dataDir) {
  try {
    fs.mkdirSync(dataDir, { recursive: true });
    fs.accessSync(dataDir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch {
    throw new Refusal(`The folder ${dataDir} cannot be written: set DATA_DIR to a folder that you may write.`);
  }
}
