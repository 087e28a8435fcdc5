import { createHash } from 'node:crypto';
import { type Writable } from 'node:stream';
import { type Pool, type PoolClient, type QueryResult, type QueryResultRow, types } from 'pg';

// Dates stay ISO text: a Date object would drag a time zone into a calendar day.
types.setTypeParser(types.builtins.DATE, (value) => value);
// Sessions run in UTC, where `2026-11-22 05:41:06.123+00` is almost what Date reads fastest.
const anyMoment = types.getTypeParser(types.builtins.TIMESTAMPTZ) as (value: string) => Date;
types.setTypeParser(types.builtins.TIMESTAMPTZ, (value) =>
  value.endsWith('+00') && value.charAt(10) === ' '
    ? new Date(`${value.slice(0, 10)}T${value.slice(11, -3)}Z`)
    : anyMoment(value),
);

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

/** What is written to a connection within one turn of the event loop leaves in one packet. */
function gather(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => {
    stream.uncork();
  });
}

/** A connection lent to a request for as long as statements of it are under way. */
interface Loan {
  readonly client: Promise<PoolClient>;
  users: number;
}

/**
 * One request's way to the database: prepared statements, counted. Statements that are sent at the same time share one
 * connection and leave together, so that ten loaders of one tick cost one round trip.
 */
export class Db {
  /** Statements sent so far, those of transactions included. */
  statements = 0;
  private loan: Loan | null = null;
  /** Statements of a transaction that nobody has waited for yet. */
  private readonly ahead: Promise<unknown>[] = [];

  constructor(
    private readonly pool: Pool,
    /** The connection of a transaction. */
    private readonly bound: PoolClient | null = null,
  ) {}

  /** Runs one statement and returns its rows. The text must not hold values: they go through `values`. */
  async query<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.statements += 1;
    const { rows } = await this.send((client) =>
      client.query<Row>({ name: nameOf(text), text, values: values as unknown[] }),
    );
    return rows;
  }

  /** Runs a statement that is not worth preparing, or that PostgreSQL cannot prepare. */
  async run(text: string): Promise<void> {
    this.statements += 1;
    await this.send((client) => client.query(text));
  }

  /**
   * Sends a statement of a transaction whose rows nobody needs, without waiting for it: it travels with the next one.
   * The transaction waits for it before it ends, and fails with it.
   */
  queryAhead(text: string, values: readonly unknown[]): void {
    this.keepAhead(this.query(text, values));
  }

  /** The same way over one connection, for a transaction; statements count here as well. */
  async transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const db = new Db(this.pool, client);
    try {
      db.keepAhead(db.run('BEGIN'));
      const result = await work(db);
      db.keepAhead(db.run('COMMIT'));
      await Promise.all(db.ahead);
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      // What was sent ahead and failed is the cause of what failed after it.
      await Promise.all(db.ahead);
      throw error;
    } finally {
      this.statements += db.statements;
      client.release();
    }
  }

  private keepAhead(sent: Promise<unknown>): void {
    sent.catch(() => undefined);
    this.ahead.push(sent);
  }

  private async send<Result extends QueryResult>(use: (client: PoolClient) => Promise<Result>): Promise<Result> {
    if (this.bound) {
      gather(this.bound);
      return use(this.bound);
    }
    const loan = (this.loan ??= { client: this.pool.connect(), users: 0 });
    loan.users += 1;
    try {
      const client = await loan.client;
      gather(client);
      return await use(client);
    } finally {
      loan.users -= 1;
      if (loan.users === 0) {
        this.loan = null;
        void loan.client.then(
          (client) => {
            client.release();
          },
          () => undefined,
        );
      }
    }
  }
}
