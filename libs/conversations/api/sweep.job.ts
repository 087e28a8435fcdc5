import { policy } from '@softmob/access';
import { type Ctx, type JobDefinition } from '@softmob/api-kit';
import { messageShelf } from './message-file.service';

/** What was uploaded and not sent is kept for a week: a draft may wait on a phone. */
const UNSENT_DAYS = 7;

/** Forgets files that were never sent, and bytes that no row names. */
async function sweep(ctx: Ctx): Promise<void> {
  await ctx.db.query(
    `DELETE FROM message_file WHERE message_id IS NULL AND broadcast_id IS NULL AND created_at < now() - make_interval(days => $1)`,
    [UNSENT_DAYS],
  );
  await messageShelf(ctx).sweep(ctx.clock.real().getTime(), async (keys) => {
    const named = await ctx.db.query<{ key: string }>(
      'SELECT DISTINCT storage_key AS key FROM message_file WHERE storage_key = ANY($1::text[])',
      [keys],
    );
    return named.map(({ key }) => key);
  });
}

export const sweepJob: JobDefinition = { rule: policy.identity.operate, run: sweep };
