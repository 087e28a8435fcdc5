import { policy } from '@softmob/access';
import { type Ctx, type JobDefinition } from '@softmob/api-kit';
import { filesOf } from './storage/files';

async function named(ctx: Ctx, keys: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.query<{ key: string }>(
    `SELECT storage_key AS key FROM document WHERE storage_key = ANY($1::text[])
     UNION ALL SELECT storage_key FROM sealed_file WHERE storage_key = ANY($1::text[])
     UNION ALL SELECT storage_key FROM paper_signature WHERE storage_key = ANY($1::text[])`,
    [keys],
  );
  return rows.map(({ key }) => key);
}

/** Removes files without a row: what a crash between the two left behind. */
async function sweep(ctx: Ctx): Promise<void> {
  await filesOf(ctx.runtime.settings).sweep(ctx.clock.real().getTime(), (keys) => named(ctx, keys));
}

export const sweepJob: JobDefinition = { rule: policy.identity.operate, run: sweep };
