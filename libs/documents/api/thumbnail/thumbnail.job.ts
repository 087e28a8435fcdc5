import { buffer } from 'node:stream/consumers';
import { policy } from '@softmob/access';
import { type Ctx, type JobDefinition, type Tx } from '@softmob/api-kit';
import { type Files } from '../storage/files';
import { Draughtsman } from './draughtsman';
import { THUMBNAIL } from './thumbnail';

/** Milliseconds: what is uploaded together is drawn together. */
const PAUSE = 2_000;
const PORTION = 100;

/** A table of files with a thumbnail each, where their bytes lie, and how the job is called that draws them. */
interface Album {
  readonly table: string;
  readonly files: (ctx: Ctx) => Files;
  readonly job: string;
}

/** Bytes that have no thumbnail yet; several rows may share them. */
interface Waiting extends Record<string, unknown> {
  readonly mime: string;
  readonly storageKey: string;
}

function waitingAfter(ctx: Ctx, { table }: Album, storageKey: string): Promise<Waiting[]> {
  return ctx.db.query<Waiting>(
    `SELECT DISTINCT ON (storage_key) storage_key AS "storageKey", mime FROM ${table}
     WHERE thumbnail = 'waiting' AND storage_key > $1 ORDER BY storage_key LIMIT ${String(PORTION)}`,
    [storageKey],
  );
}

/** Draws one and says so. Doing it twice makes the same picture in the same place. */
async function drawOne(ctx: Ctx, album: Album, draughtsman: Draughtsman, { mime, storageKey }: Waiting): Promise<void> {
  const files = album.files(ctx);
  const picture = await draughtsman.draw(mime, await buffer(await files.open(storageKey)));
  if (picture) await files.writeBeside(storageKey, THUMBNAIL, 'image/webp', picture);
  await ctx.db.query(`UPDATE ${album.table} SET thumbnail = $2 WHERE storage_key = $1`, [
    storageKey,
    picture ? 'made' : 'none',
  ]);
}

/** Draws all that wait. A file that could not be read leaves the others theirs, and the job for another try. */
async function drawAll(ctx: Ctx, album: Album): Promise<void> {
  const draughtsman = new Draughtsman();
  let failure: unknown = null;
  try {
    let rows = await waitingAfter(ctx, album, '');
    while (rows.length > 0) {
      for (const row of rows) {
        await drawOne(ctx, album, draughtsman, row).catch((error: unknown) => {
          failure = error;
        });
      }
      rows = await waitingAfter(ctx, album, rows.at(-1)?.storageKey ?? '');
    }
  } finally {
    draughtsman.stop();
  }
  if (failure) throw failure as Error;
}

/** How the files of a table get their thumbnails. */
export interface Thumbnails {
  /** Lets thumbnails be drawn of whatever has none, shortly. */
  readonly plan: (tx: Tx) => Promise<void>;
  /** Runs after uploads, and once a day for what was uploaded before there were thumbnails. */
  readonly job: JobDefinition;
}

export function thumbnailsOf(album: Album): Thumbnails {
  return {
    plan: (tx) => tx.job(album.job, {}, { key: album.job, runAt: new Date(tx.ctx.clock.real().getTime() + PAUSE) }),
    job: { rule: policy.identity.operate, run: (ctx) => drawAll(ctx, album) },
  };
}
