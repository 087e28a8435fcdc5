import { type Pool, type PoolClient } from 'pg';

/** The class of the advisory locks that say which pools of workers live. */
const ALIVE = 7_263_402;
const AGAIN = 1_000;

/** A lock on a pool's name, held for as long as this process lives: PostgreSQL drops it with the connection. */
export interface Alive {
  /** Settles once the lock is held for the first time. */
  readonly held: Promise<void>;
  stop(): Promise<void>;
}

/** Says that the pool of workers with this name lives, and says it again after its connection broke. */
export function stayAlive(pool: Pool, name: string): Alive {
  let holding: PoolClient | null = null;
  let stopped = false;
  const letGo = (client: PoolClient, error: Error): boolean => {
    if (holding !== client) return false;
    holding = null;
    client.release(error);
    return true;
  };
  const take = async (): Promise<void> => {
    const client = await pool.connect();
    if (stopped) {
      client.release();
      return;
    }
    holding = client;
    client.once('error', (error: Error) => {
      if (letGo(client, error)) void hold();
    });
    try {
      await client.query('SELECT pg_advisory_lock($1, hashtext($2))', [ALIVE, name]);
    } catch (error) {
      // Where the connection broke, its own event has begun anew already.
      if (letGo(client, error as Error)) throw error;
    }
  };
  // A database that is away comes back: whoever waits for the lock waits for that too.
  const hold = async (): Promise<void> => {
    while (!stopped) {
      try {
        await take();
        return;
      } catch {
        await new Promise((done) => setTimeout(done, AGAIN));
      }
    }
  };
  return {
    held: hold(),
    async stop() {
      stopped = true;
      const client = holding;
      holding = null;
      if (!client) return;
      await client.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
      client.release();
    },
  };
}

/**
 * Gives back the jobs of workers that died while they worked. Returns the names of their pools. A pool lives for as long
 * as somebody else holds the lock on its name.
 */
export async function releaseAbandoned(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ names: string[] | null }>(
    `WITH holder AS MATERIALIZED (
       SELECT locked_by AS name FROM graphile_worker._private_jobs WHERE locked_by LIKE 'pool-%'
       UNION SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_by LIKE 'pool-%'
     ), dead AS MATERIALIZED (
       SELECT array_agg(name) AS names FROM holder WHERE pg_try_advisory_xact_lock($1, hashtext(name))
     )
     SELECT names, graphile_worker.force_unlock_workers(names) FROM dead WHERE names IS NOT NULL`,
    [ALIVE],
  );
  return rows[0]?.names ?? [];
}
