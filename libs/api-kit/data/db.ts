import { createHash } from 'node:crypto';
import { type PoolClient, type Pool, types, type QueryResultRow } from 'pg';

// Dates stay ISO text: a Date object would drag a time zone into a calendar day.
types.setTypeParser(1082, (value) => value);

const names = new Map<string, string>();

/** A stable name per statement text: PostgreSQL then plans it once per connection. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url');
    if (names.size < 5_000) names.set(text, name);
  }
  return name;
}

/** One request's way to the database: prepared statements, counted. */
export class Db {
  /** Statements sent so far, those of transactions included. */
  statements = 0;

  constructor(private readonly pool: Pool | PoolClient) {}

  /** Runs one statement and returns its rows. The text must not hold values: they go through `values`. */
  async query<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.statements += 1;
    const result = await this.pool.query<Row>({ name: nameOf(text), text, values: values as unknown[] });
    return result.rows;
  }

  /** Runs a statement that is not worth preparing, or that PostgreSQL cannot prepare. */
  async run(text: string): Promise<void> {
    this.statements += 1;
    await this.pool.query(text);
  }

  /** The same way over one connection, for a transaction; statements count here as well. */
  async transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const client = await (this.pool as Pool).connect();
    const db = new Db(client);
    try {
      await db.run('BEGIN');
      const result = await work(db);
      await db.run('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      this.statements += db.statements;
      client.release();
    }
  }
}
