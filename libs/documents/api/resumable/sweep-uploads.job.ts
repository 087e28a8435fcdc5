import { policy } from '@softmob/access';
import { type Ctx, type JobDefinition } from '@softmob/api-kit';
import { partsOf } from './parts';

/** Removes uploads whose rest never came, and parts that no row names. */
async function sweep(ctx: Ctx): Promise<void> {
  const parts = partsOf(ctx.runtime.settings);
  const now = ctx.clock.real();
  const gone = await ctx.db.query<{ id: string }>('DELETE FROM upload WHERE expires_at <= $1 RETURNING id', [now]);
  await parts.drop(gone.map(({ id }) => id));
  await parts.sweep(now.getTime(), async (ids) => {
    const named = await ctx.db.query<{ id: string }>(
      'SELECT id::text FROM upload WHERE id::text = ANY($1::text[]) AND result IS NULL',
      [ids],
    );
    return named.map(({ id }) => id);
  });
}

export const sweepUploadsJob: JobDefinition = { rule: policy.identity.operate, run: sweep };
