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

/**
 * Counts one try to guess something of this account from this address: ten per account and a hundred per address in a
 * quarter of an hour. Kept in PostgreSQL, so that a restart forgives nothing. @throws RATE_LIMITED
 */
export async function countGuess(runtime: Runtime, account: string, address: string): Promise<void> {
  const { perAccount, perAddress } = limitersOf(runtime);
  try {
    await perAddress.consume(address);
    await perAccount.consume(account);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw rateLimited(Math.ceil(refused.msBeforeNext / 1_000));
    throw refused;
  }
}

/** A right answer clears the account's count. */
export async function forgiveGuesses(runtime: Runtime, account: string): Promise<void> {
  await limitersOf(runtime).perAccount.delete(account);
}
