import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { apiFlags } from '../start/api-flags.mjs';
import { type LoadOrder, type LoadResult } from './load';
import { type ReferenceOrder } from './reference';

/** A process of the measurement that listens on a port. */
export interface Side {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/**
 * Starts the API as it is delivered, or the build that BENCH_API names. BENCH_NODE_OPTIONS goes to this process alone, such as
 * `--cpu-prof`.
 */
export async function startApi(root: string, databaseUrl: string): Promise<Side> {
  const port = await freePort();
  const program = process.env.BENCH_API ?? path.join(root, 'apps', 'api', 'dist', 'main.js');
  const child = spawn(process.execPath, [...apiFlags, ...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? []), program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: path.join(root, '.data', 'bench', 'files'),
      SOFTMOB_COUNT_STATEMENTS: '1',
      NODE_ENV: 'production',
    },
  });
  const ready = new Promise<void>((done, failed) => {
    child.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes('ready')) done();
    });
    child.once('exit', (code) => {
      failed(new Error(`The API ended with ${String(code)} before it was ready.`));
    });
  });
  await ready;
  return { port, pid: child.pid ?? 0, stop: () => stopped(child) };
}

/** Starts the reference in a process of its own. */
export async function startReference(
  self: string,
  databaseUrl: string,
  statements: ReferenceOrder['statements'],
  poolSize: number,
): Promise<Side> {
  const child = fork(self, ['reference'], { stdio: 'inherit' });
  child.send({ databaseUrl, statements, poolSize });
  const [port] = (await once(child, 'message')) as [number];
  return { port, pid: child.pid ?? 0, stop: () => stopped(child) };
}

/** The load generator in a process of its own. */
export function startGenerator(self: string): { run(order: LoadOrder): Promise<LoadResult>; stop(): Promise<void> } {
  const child = fork(self, ['load'], { stdio: 'inherit' });
  return {
    async run(order) {
      child.send(order);
      const [result] = (await once(child, 'message')) as [LoadResult];
      return result;
    },
    stop: () => stopped(child),
  };
}
