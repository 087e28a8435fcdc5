import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** Unique to this run, so that two runs at once on one server do not meet. */
export const TEMPLATE = `softmob_template_${String(process.pid)}`;

export async function withDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database of one's own, copied from the migrated template; `drop` removes it. */
export async function freshDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL;
  const template = process.env.TEST_TEMPLATE;
  if (!server || !template) throw new Error('The global set-up has not run.');
  const name = `softmob_test_${randomBytes(6).toString('hex')}`;
  await withDatabase(server, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`),
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    drop: async () => {
      await withDatabase(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
