import fs from 'node:fs/promises';
import { type Readable } from 'node:stream';
import { Ctx, illegalState } from '@softmob/api-kit';
import { type Request } from 'express';
import { decodedFileName } from '../storage/file-name';
import { partsOf } from './parts';
import { dropUpload, findUpload, isOfFile } from './resumable.service';
import { type Upload } from './upload.entity';

/** A file on its way in, whole in the body of a request or put together from its parts. */
export interface SentFile {
  /** As sent: not safe to show or to save under. */
  readonly fileName: string;
  readonly body: Readable;
}
type Taken = { id: string };
type TakeIn = (ctx: Ctx, file: SentFile) => Promise<Taken>;

/** An upload becomes one thing: the first route that it is handed to keeps it. @throws ILLEGAL_STATE */
async function handTo(ctx: Ctx, { id }: Upload, route: string): Promise<void> {
  const handed = await ctx.db.query(
    'UPDATE upload SET handed_to = $2 WHERE id = $1::uuid AND COALESCE(handed_to, $2) = $2 RETURNING id',
    [id, route],
  );
  if (handed.length === 0) throw illegalState('This upload was sent for something else.', 'UPLOAD_USED');
}

const incomplete = () => illegalState('Parts of this file are missing.', 'UPLOAD_INCOMPLETE', ['parts']);

/** Opens the whole file; null where nothing lies there (any more). @throws ILLEGAL_STATE while parts are missing */
async function openWhole(ctx: Ctx, { id, size }: Upload): Promise<fs.FileHandle | null> {
  const whole = await fs.open(partsOf(ctx.runtime.settings).pathOf(id)).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (!whole || (await whole.stat()).size === size) return whole;
  await whole.close();
  throw incomplete();
}

async function take(ctx: Ctx, upload: Upload, fileName: string, work: TakeIn): Promise<Taken> {
  const whole = await openWhole(ctx, upload);
  if (!whole) {
    // A request at the same time may have taken it in since.
    const { result } = await findUpload(ctx, upload.id);
    if (!result) throw incomplete();
    return result;
  }
  const body = whole.createReadStream({ autoClose: false });
  try {
    // One key for all tries: a try whose answer was lost, or whose process died after it, is found again.
    const once = new Ctx(ctx.runtime, ctx.actor, { ...ctx.request, idempotencyKey: `upload:${upload.id}` });
    return await work(once, { fileName, body });
  } finally {
    body.destroy();
    await whole.close();
  }
}

/**
 * Lets a route take its file in: the body of the request, or, where `x-softmob-upload` names one, an upload that came in
 * parts. Both go the same way from there. Handed over again, an upload answers with what it became.
 * @throws NOT_FOUND for an upload that is not one’s own, ILLEGAL_STATE for one that is not complete
 */
export async function takeIn(ctx: Ctx, request: Request, work: TakeIn): Promise<Taken> {
  const sentName = request.get('x-file-name');
  const id = request.get('x-softmob-upload');
  if (id === undefined) return work(ctx, { fileName: decodedFileName(sentName), body: request });
  const upload = await findUpload(ctx, id);
  await handTo(ctx, upload, request.baseUrl + request.path);
  if (upload.result) return upload.result;
  try {
    const taken = await take(ctx, upload, sentName === undefined ? upload.fileName : decodedFileName(sentName), work);
    await ctx.db.query('UPDATE upload SET result = $2::jsonb WHERE id = $1::uuid', [id, JSON.stringify(taken)]);
    await partsOf(ctx.runtime.settings).drop([id]);
    return taken;
  } catch (error) {
    if (isOfFile(error)) await dropUpload(ctx, id);
    throw error;
  }
}
