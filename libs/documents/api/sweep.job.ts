import { policy } from '@softmob/access';
import { type Ctx, type JobDefinition } from '@softmob/api-kit';
import { dropFile, filesOlderThan } from './file-store';

/** Younger files may belong to an upload that is still on its way. */
const GRACE = 60 * 60 * 1_000;

/** Removes files without a row: what a crash between the two left behind. */
async function sweep(ctx: Ctx): Promise<void> {
  const { dataDir } = ctx.runtime.settings;
  const keys = await filesOlderThan(dataDir, GRACE, ctx.clock.real().getTime());
  const known = await ctx.db.query<{ key: string }>(
    `SELECT storage_key AS key FROM document WHERE storage_key = ANY($1::text[])
     UNION ALL SELECT storage_key FROM sealed_file WHERE storage_key = ANY($1::text[])
     UNION ALL SELECT storage_key FROM paper_signature WHERE storage_key = ANY($1::text[])`,
    [keys],
  );
  const kept = new Set(known.map(({ key }) => key));
  for (const key of keys) if (!kept.has(key)) await dropFile(dataDir, key);
}

export const sweepJob: JobDefinition = { rule: policy.identity.operate, run: sweep };
