import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');
/** Three folders deep, as the real one: it finds its packages and the checkout from there. */
const built = path.join(root, '.data/crash/api');

/** Builds the server from the sources as they are. */
export function buildProduct(): void {
  const vite = path.join(path.dirname(require.resolve('vite/package.json')), 'bin/vite.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      vite,
      'build',
      'apps/api',
      '--config',
      'apps/api/vite.config.ts',
      '--outDir',
      built,
      '--emptyOutDir',
      '--logLevel',
      'error',
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error(`The server could not be built: ${stderr}`);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

/** The real server in a process of its own, to be killed and started again. */
export interface Product {
  readonly baseUrl: string;
  /** Starts it and waits until it serves. */
  start(): Promise<void>;
  /** Ends it as a power cut does: nothing of it gets a chance to tidy up. */
  kill(): Promise<void>;
  /** Asks it to end in good order. */
  stop(): Promise<void>;
  /** What it wrote on its standard output and error since it was first started. */
  said(): string;
}

async function serves(baseUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/health`)).ok;
  } catch {
    return false;
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Prepares the server that `buildProduct` built, on a database and an e-mail server. */
export async function prepareProduct(databaseUrl: string, smtpUrl: string): Promise<Product> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${String(port)}`;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'softmob-crash-'));
  let words = '';
  let child: ChildProcess | null = null;
  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((done) => ending.once('close', done));
    ending.kill(signal);
    await ended;
  };
  return {
    baseUrl,
    async start() {
      const started = spawn(process.execPath, [path.join(built, 'main.js')], {
        cwd: root,
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          DATABASE_URL: databaseUrl,
          SMTP_URL: smtpUrl,
          PORT: String(port),
          PUBLIC_URL: 'http://softmob.test',
          DATA_DIR: dataDir,
          SOFTMOB_DEMO: '0',
          LOG_LEVEL: 'warn',
        },
      });
      child = started;
      for (const stream of [started.stdout, started.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => (words += text));
      }
      for (let tries = 0; tries < 600; tries += 1) {
        if (await serves(baseUrl)) return;
        if (started.exitCode !== null) break;
        await pause(50);
      }
      throw new Error(`The server does not start: ${words.slice(-2_000)}`);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    said: () => words,
  };
}

/** Numbers from 0 to 1 that a seed brings back (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
