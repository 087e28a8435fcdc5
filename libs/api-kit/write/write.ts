import { type Rule } from '@softmob/access';
import { DatabaseError } from 'pg';
import { type Ctx } from '../context';
import { type Db } from '../data/db';
import { conflict, DomainError } from '../errors';
import { Tx } from './tx';

/** Messages for the constraints that the database guards, by constraint name: `reason` is what portals translate. */
const guarded = new Map<string, { reason: string; message: string }>();

/** Says what breaking a constraint means to a person. Called once per constraint, beside the slice that owns it. */
export function explainConstraint(name: string, reason: string, message: string): void {
  guarded.set(name, { reason, message });
}

const UNIQUE = '23505';
const EXCLUDED = '23P01';
const CHECK = '23514';
const SERIALISATION = new Set(['40001', '40P01']);

function translate(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const known = error.constraint ? guarded.get(error.constraint) : undefined;
  if (known && [UNIQUE, EXCLUDED, CHECK].includes(error.code ?? '')) return conflict(known.message, known.reason);
  return SERIALISATION.has(error.code ?? '') ? conflict() : error;
}

/**
 * One mutation, one intention, one transaction. The rule's audience is asserted before anything is read; the work
 * asserts again with the loaded subject where the rule has a condition. With an idempotency key, a repeated call
 * returns what the first one returned and changes nothing.
 */
export async function write<T>(ctx: Ctx, rule: Rule, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!rule.grants[ctx.actor.audience]) ctx.assert(rule);
  const key = ctx.request.idempotencyKey;
  const attempt = () =>
    ctx.db.transaction(async (db) => {
      const earlier = key ? await claim(ctx, db, rule, key) : null;
      if (earlier) return earlier.result as T;
      const result = await work(new Tx(ctx, db));
      if (key) {
        await db.query('UPDATE idempotency SET result = $2::jsonb WHERE key = $1', [
          keyFor(ctx, rule, key),
          JSON.stringify(result ?? null),
        ]);
      }
      return result;
    });
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof DatabaseError && SERIALISATION.has(error.code ?? '')) {
      return attempt().catch((again: unknown) => {
        throw translate(again);
      });
    }
    throw error instanceof DomainError ? error : translate(error);
  }
}

function keyFor(ctx: Ctx, rule: Rule, key: string): string {
  return `${ctx.actor.personId ?? ctx.request.ip}:${rule.name}:${key}`;
}

/** Claims the key; a second claimer waits for the first to commit and then gets its result. */
async function claim(ctx: Ctx, db: Db, rule: Rule, key: string): Promise<{ result: unknown } | null> {
  const claimed = await db.query<{ key: string }>(
    'INSERT INTO idempotency (key, created_at) VALUES ($1, now()) ON CONFLICT DO NOTHING RETURNING key',
    [keyFor(ctx, rule, key)],
  );
  if (claimed.length > 0) return null;
  const [row] = await db.query<{ result: unknown }>('SELECT result FROM idempotency WHERE key = $1', [
    keyFor(ctx, rule, key),
  ]);
  return { result: row?.result ?? null };
}
