import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Runtime } from '@softmob/api-kit';
import { type Browser as Chromium, chromium } from 'playwright-core';
import { createApi } from '../api/api';
import { slices } from '../api/slices';
import { Browser } from '../api/story/browser';
import { type Cohort, daysBetween } from '../api/story/cohort';
import { appointOperator, DEMO_OPERATOR, loadDemo } from '../api/story/demo';
import { PASSWORD, type Scene } from '../api/story/troupe';
import { freshDatabase } from '../api/test/database';
import { type Browser as BrowserPlace } from '../../tools/browser/browser-path.mjs';

export const root = path.resolve(__dirname, '..', '..');
export const COHORT_FOLDER = path.join(root, 'libs/participants/model/demo');

/** A whole product of its own: database, server with its worker, the built portals, and a browser to open them in. */
export interface Stage {
  readonly baseUrl: string;
  readonly chromium: Chromium;
  /** The day on which the play begins. */
  readonly today: string;
  readonly operator: Browser;
  /** Where the story's driver plays: over HTTP, the clock moved by the operator's own mutation. */
  scene(cohort: Cohort): Scene;
  close(): Promise<void>;
}

const BACKGROUND = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--no-first-run',
];

/** Found in a process of its own, since the finder is an ES module and tests are not. */
async function launchBrowser(): Promise<Chromium> {
  const program = `import { findBrowser } from './tools/browser/browser-path.mjs'; console.log(JSON.stringify(await findBrowser()));`;
  const found = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const { executablePath, env, args } = JSON.parse(found.stdout) as BrowserPlace;
  const switches = new Set([...args, '--no-sandbox', '--disable-gpu', ...BACKGROUND]);
  return chromium.launch({ executablePath, env, args: [...switches] });
}

/** The links in e-mails name the port, so it must be known before the server stands. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

interface Product {
  baseUrl: string;
  runtime: Runtime;
  close: () => Promise<void>;
}

async function startProduct(): Promise<Product> {
  const [database, port] = await Promise.all([freshDatabase(), freePort()]);
  const baseUrl = `http://127.0.0.1:${String(port)}`;
  const api = await createApi({
    databaseUrl: database.url,
    settings: {
      dataDir: mkdtempSync(path.join(tmpdir(), 'softmob-')),
      publicUrl: baseUrl,
      demo: true,
      keySecret: null,
      smtpUrl: null,
      s3Url: null,
      clamavUrl: null,
      mailFrom: 'SoftMob <no-reply@softmob.example>',
      secureCookies: false,
      countStatements: false,
    },
    slices,
    portalsDir: path.join(root, 'apps'),
    logLevel: process.env.LOG_LEVEL ?? 'error',
    poolSize: 8,
    worker: true,
  });
  await new Promise<void>((listening) => api.server.listen(port, '127.0.0.1', listening));
  const close = async () => {
    await api.close();
    await database.drop();
  };
  return { baseUrl, runtime: api.runtime, close };
}

const say: Scene['say'] = (what, done) => {
  if (process.env.STORY_ALOUD && done === undefined) process.stderr.write(`${what}\n`);
};

/** Raises everything, empty or with the demo in it; `close` takes it down again. Nothing stays up where it fails. */
export async function openStage(content: 'empty' | 'demo'): Promise<Stage> {
  const product = await startProduct();
  try {
    return await setStage(product, content);
  } catch (error) {
    await product.close();
    throw error;
  }
}

async function setStage(product: Product, content: 'empty' | 'demo'): Promise<Stage> {
  const { baseUrl, runtime } = product;
  const today = runtime.clock.real().toISOString().slice(0, 10);
  if (content === 'demo') await loadDemo(runtime, baseUrl, COHORT_FOLDER, say);
  else await appointOperator(runtime);
  const operator = new Browser(baseUrl, 'sending');
  await operator.signIn(DEMO_OPERATOR, PASSWORD);
  const browser = await launchBrowser();
  return {
    baseUrl,
    chromium: browser,
    today,
    operator,
    scene: (cohort) => ({
      baseUrl,
      operator,
      cohort,
      settle: () => Promise.resolve(),
      say,
      moveTo: async (day) => {
        await operator.ask('mutation Move($days: Int!) { moveClock(offsetDays: $days) { now } }', {
          days: daysBetween(today, day),
        });
      },
    }),
    async close() {
      await browser.close();
      await product.close();
    },
  };
}
