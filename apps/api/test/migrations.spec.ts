import 'reflect-metadata';
import { toColumn } from '@softmob/access';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { createDataSource, migrate } from '../api';
import { migrations } from '../migrations';
import { slices } from '../slices';
import { freshDatabase, withDatabase } from './database';

async function emptyDatabase() {
  const database = await freshDatabase();
  const wipe = 'DROP SCHEMA public CASCADE; DROP SCHEMA graphile_worker CASCADE; CREATE SCHEMA public';
  await withDatabase(database.url, (client) => client.query(wipe));
  return database;
}

async function columnsOf(url: string): Promise<string[]> {
  const rows = await withDatabase(url, (client) =>
    client.query<{ entry: string }>(
      `SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS entry
       FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1`,
    ),
  );
  return rows.rows.map((row) => row.entry);
}

describe('migrations', () => {
  it('lead from an empty database, and from the one before, to the same tables', async () => {
    const [fromEmpty, fromBefore] = [await emptyDatabase(), await emptyDatabase()];
    const whole = createDataSource(fromEmpty.url, slices);
    await whole.initialize();
    await migrate(whole);

    const earlier = new DataSource({
      ...whole.options,
      url: fromBefore.url,
      migrations: migrations.slice(0, -1),
    } as never);
    await earlier.initialize();
    await earlier.runMigrations({ transaction: 'each' });
    await earlier.query(
      `INSERT INTO person (id, email, display_name, locale, created_at) VALUES (gen_random_uuid(), 'kept@softmob.example', 'Kept', 'en', now())`,
    );
    await earlier.destroy();
    const newest = createDataSource(fromBefore.url, slices);
    await newest.initialize();
    await migrate(newest);
    const kept = await newest.query<{ count: string }[]>(
      `SELECT count(*) FROM person WHERE email = 'kept@softmob.example'`,
    );

    expect(kept).toEqual([{ count: '1' }]);
    expect(await columnsOf(fromBefore.url)).toEqual(await columnsOf(fromEmpty.url));
    await Promise.all([whole.destroy(), newest.destroy()]);
    await Promise.all([fromEmpty.drop(), fromBefore.drop()]);
  });

  it('make exactly the columns that the entities declare', async () => {
    const database = await freshDatabase();
    const columns = new Map((await columnsOf(database.url)).map((entry) => [entry.split(' ')[0], entry]));
    const storage = getMetadataArgsStorage();
    const faults = storage.columns.flatMap(({ target, propertyName, options }) => {
      const table = storage.tables.find((entry) => entry.target === target)?.name ?? '';
      const found = columns.get(`${table}.${toColumn(propertyName)}`);
      if (!found) return [`${table}.${propertyName} has no column`];
      const nullable = found.endsWith('YES');
      return nullable === (options.nullable ?? false) ? [] : [`${table}.${propertyName} disagrees on NULL`];
    });
    expect(faults).toEqual([]);
    await database.drop();
  });

  it('may be run by two processes at once', async () => {
    const database = await emptyDatabase();
    const both = [createDataSource(database.url, slices), createDataSource(database.url, slices)];
    await Promise.all(
      both.map(async (dataSource) => {
        await dataSource.initialize();
        await migrate(dataSource);
      }),
    );
    expect(await columnsOf(database.url)).not.toEqual([]);
    await Promise.all(both.map((dataSource) => dataSource.destroy()));
    await database.drop();
  });
});

describe('the history', () => {
  it('cannot be changed or deleted, not even by the database’s own user', async () => {
    const database = await freshDatabase();
    await withDatabase(database.url, async (client) => {
      await client.query(
        `INSERT INTO event (id, type, subject_type, subject_id, audience, at, recorded_at)
         VALUES (gen_random_uuid(), 'test.happened', 'test', gen_random_uuid(), 'operator', now(), now())`,
      );
      await expect(client.query(`UPDATE event SET type = 'other'`)).rejects.toThrow('append-only');
      await expect(client.query('DELETE FROM event')).rejects.toThrow('append-only');
    });
    await database.drop();
  });
});
