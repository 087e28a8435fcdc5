import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { ensurePostgres } from '../postgres/postgres.mjs';

/** A server to measure on. */
export interface BenchServer {
  readonly url: string;
  /** The server's process, where it is ours. */
  readonly pid: number | null;
  stop(): Promise<void>;
}

/** The server that BENCH_DATABASE_URL names, or the one that comes with npm, in a folder of its own. */
export async function benchServer(root: string): Promise<BenchServer> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) return { url: given, pid: null, stop: () => Promise.resolve() };
  const server = await ensurePostgres({ dataDir: path.join(root, '.data', 'bench'), database: 'postgres' });
  return { url: server.url, pid: server.pid, stop: server.stop };
}

/** The same server with another database. */
export function databaseNamed(url: string, name: string): string {
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.toString();
}

/** Runs some work over one connection. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Named after everything that its content follows from: another generator or migration makes another database. */
export function databaseName(root: string): string {
  const migrations = path.join(root, 'apps', 'api', 'migrations');
  const sources = [
    ...fs.readdirSync(migrations).map((file) => path.join(migrations, file)),
    ...['generate.ts', 'generate-content.ts'].map((file) => path.join(root, 'tools', 'bench', file)),
  ];
  const digest = createHash('sha256');
  for (const file of sources.sort()) digest.update(fs.readFileSync(file));
  // Days count from the day of making.
  digest.update(new Date().toISOString().slice(0, 10));
  return `bench_${digest.digest('hex').slice(0, 12)}`;
}

/** Makes the database empty and drops what earlier sources left; false where it was there already, filled. */
export async function makeDatabase(serverUrl: string, name: string): Promise<boolean> {
  return withClient(serverUrl, async (client) => {
    const { rows } = await client.query<{ name: string; filled: boolean }>(
      `SELECT datname AS name, shobj_description(oid, 'pg_database') = 'filled' AS filled FROM pg_database WHERE datname LIKE 'bench\\_%'`,
    );
    if (rows.some((row) => row.name === name && row.filled)) return false;
    for (const row of rows) await client.query(`DROP DATABASE ${row.name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
    return true;
  });
}

/** Says that the generator has finished. */
export function markFilled(serverUrl: string, name: string): Promise<unknown> {
  return withClient(serverUrl, (client) => client.query(`COMMENT ON DATABASE ${name} IS 'filled'`));
}
