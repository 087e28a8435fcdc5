import path from 'node:path';
import { type Client } from 'pg';
import type * as Postgres from '../../../tools/postgres/postgres.mjs';
import { createDataSource, migrate } from '../api';
import { slices } from '../slices';
import { TEMPLATE, withDatabase } from './database';
import 'reflect-metadata';

/** Starts PostgreSQL (or uses TEST_DATABASE_URL) and migrates one template that every test file copies. */
export default async function setUp(): Promise<void> {
  let url = process.env.TEST_DATABASE_URL;
  if (!url) {
    const { ensurePostgres } = (await import(path.resolve('tools/postgres/postgres.mjs'))) as typeof Postgres;
    const server = await ensurePostgres({ dataDir: path.resolve('.data/test') });
    (globalThis as { stopPostgres?: () => Promise<void> }).stopPostgres = server.stop;
    url = server.url;
    await withDatabase(url, forget);
    process.env.TEST_DATABASE_URL = url;
  }
  process.env.TEST_TEMPLATE = TEMPLATE;
  await withDatabase(url, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
  });
  const dataSource = createDataSource(databaseNamed(url, TEMPLATE), slices);
  await dataSource.initialize();
  await migrate(dataSource);
  await dataSource.destroy();
}

/** What tests write need not survive a loss of power: the server of the tests need not wait for the disk. */
async function forget(client: Client): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await client.query(`ALTER SYSTEM SET ${setting} = off`);
  }
  await client.query('SELECT pg_reload_conf()');
}

function databaseNamed(url: string, name: string): string {
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.toString();
}
