import { rateLimited, type Runtime } from '@softmob/api-kit';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

interface Limiters {
  readonly perAccount: RateLimiterPostgres;
  readonly perAddress: RateLimiterPostgres;
}

const made = new WeakMap<Runtime, Limiters>();

function limitersOf(runtime: Runtime): Limiters {
  let limiters = made.get(runtime);
  if (!limiters) {
    const common = { storeClient: runtime.pool, tableName: 'throttle', tableCreated: true };
    limiters = {
      perAccount: new RateLimiterPostgres({ ...common, keyPrefix: 'account', points: 10, duration: 900 }),
      perAddress: new RateLimiterPostgres({ ...common, keyPrefix: 'address', points: 100, duration: 900 }),
    };
    made.set(runtime, limiters);
  }
  return limiters;
}

/** Takes a point from each key, or says how long to wait. @throws RATE_LIMITED */
async function consume(takes: readonly (() => Promise<unknown>)[]): Promise<void> {
  try {
    for (const take of takes) await take();
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw rateLimited(Math.ceil(refused.msBeforeNext / 1_000));
    throw refused;
  }
}

/**
 * Counts one try to guess something of this account from this address: ten per account and a hundred per address in a
 * quarter of an hour. Kept in PostgreSQL, so that a restart forgives nothing. It counts before the answer is known, so
 * that tries side by side do not slip through; `forgiveGuess` gives a right one back. @throws RATE_LIMITED
 */
export async function countGuess(runtime: Runtime, account: string, address: string): Promise<void> {
  const { perAccount, perAddress } = limitersOf(runtime);
  await consume([() => perAddress.consume(address), () => perAccount.consume(account)]);
}

/** A right answer clears the account's count and gives the address its try back: a whole class shares one. */
export async function forgiveGuess(runtime: Runtime, account: string, address: string): Promise<void> {
  const { perAccount, perAddress } = limitersOf(runtime);
  await Promise.all([perAccount.delete(account), perAddress.reward(address)]);
}

/** Counts something that costs an e-mail: ten in a quarter of an hour. @throws RATE_LIMITED */
export async function countSending(runtime: Runtime, account: string): Promise<void> {
  await consume([() => limitersOf(runtime).perAccount.consume(account)]);
}
