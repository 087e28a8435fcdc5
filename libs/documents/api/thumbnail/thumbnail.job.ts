import { buffer } from 'node:stream/consumers';
import { policy } from '@softmob/access';
import { type Ctx, type JobDefinition, type Tx } from '@softmob/api-kit';
import { filesOf } from '../storage/files';
import { Draughtsman } from './draughtsman';

/** The ending under which a thumbnail lies beside its file. */
export const THUMBNAIL = '.webp';

const JOB = 'documents:thumbnails';
/** Milliseconds: what is uploaded together is drawn together. */
const PAUSE = 2_000;
const PORTION = 100;

interface Waiting extends Record<string, unknown> {
  readonly id: string;
  readonly mime: string;
  readonly storageKey: string;
}

/** Lets thumbnails be drawn of whatever has none, shortly. */
export async function planThumbnails(tx: Tx): Promise<void> {
  await tx.job(JOB, {}, { key: JOB, runAt: new Date(tx.ctx.clock.real().getTime() + PAUSE) });
}

function waitingAfter(ctx: Ctx, id: string): Promise<Waiting[]> {
  return ctx.db.query<Waiting>(
    `SELECT id, mime, storage_key AS "storageKey" FROM document
     WHERE thumbnail = 'waiting' AND id > $1::uuid ORDER BY id LIMIT ${String(PORTION)}`,
    [id],
  );
}

/** Draws one and says so. Doing it twice makes the same picture in the same place. */
async function drawOne(ctx: Ctx, draughtsman: Draughtsman, { id, mime, storageKey }: Waiting): Promise<void> {
  const files = filesOf(ctx.runtime.settings);
  const picture = await draughtsman.draw(mime, await buffer(await files.open(storageKey)));
  if (picture) await files.writeBeside(storageKey, THUMBNAIL, 'image/webp', picture);
  await ctx.db.query('UPDATE document SET thumbnail = $2 WHERE id = $1', [id, picture ? 'made' : 'none']);
}

/** Draws all that wait. A file that could not be read leaves the others theirs, and the job for another try. */
async function drawAll(ctx: Ctx): Promise<void> {
  const draughtsman = new Draughtsman();
  let failure: unknown = null;
  try {
    let rows = await waitingAfter(ctx, '00000000-0000-0000-0000-000000000000');
    while (rows.length > 0) {
      for (const row of rows) {
        await drawOne(ctx, draughtsman, row).catch((error: unknown) => {
          failure = error;
        });
      }
      rows = await waitingAfter(ctx, rows.at(-1)?.id ?? '');
    }
  } finally {
    draughtsman.stop();
  }
  if (failure) throw failure as Error;
}

/** Runs after uploads, and once a day for what was uploaded before there were thumbnails. */
export const thumbnailJob: JobDefinition = { rule: policy.identity.operate, run: drawAll };
