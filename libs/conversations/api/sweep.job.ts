import { policy } from '@softmob/access';
import { type Ctx, type JobDefinition } from '@softmob/api-kit';
import { dropFile, filesOlderThan } from '@softmob/documents-api';
import { storeOf } from './message-file.service';

/** What was uploaded and not sent is kept for a week: a draft may wait on a phone. */
const UNSENT_DAYS = 7;
/** Younger files may belong to an upload that is still on its way. */
const GRACE = 60 * 60 * 1_000;

/** Forgets files that were never sent, and bytes that no row names. */
async function sweep(ctx: Ctx): Promise<void> {
  await ctx.db.query(
    `DELETE FROM message_file WHERE message_id IS NULL AND broadcast_id IS NULL AND created_at < now() - make_interval(days => $1)`,
    [UNSENT_DAYS],
  );
  const dataDir = storeOf(ctx.runtime.settings.dataDir);
  const keys = await filesOlderThan(dataDir, GRACE, ctx.clock.real().getTime());
  const known = await ctx.db.query<{ key: string }>(
    'SELECT DISTINCT storage_key AS key FROM message_file WHERE storage_key = ANY($1::text[])',
    [keys],
  );
  const kept = new Set(known.map(({ key }) => key));
  for (const key of keys) if (!kept.has(key)) await dropFile(dataDir, key);
}

export const sweepJob: JobDefinition = { rule: policy.identity.operate, run: sweep };
