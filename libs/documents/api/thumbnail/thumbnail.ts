import { notFound } from '@softmob/api-kit';
import { type Request, type Response } from 'express';
import { deliverPicture } from '../storage/deliver';
import { type Files } from '../storage/files';

/** The ending under which a thumbnail lies beside its file. */
export const THUMBNAIL = '.webp';

/** Whether a small picture lies beside a file: `none` where the file cannot be drawn. */
export type ThumbnailState = 'waiting' | 'made' | 'none';

/** A file as far as its thumbnail goes. */
interface Pictured {
  readonly storageKey: string;
  readonly sha256: string;
  readonly thumbnail: ThumbnailState;
}

/** Delivers the small picture of a file that its reader has reached. @throws NOT_FOUND where there is none */
export async function deliverThumbnail(
  request: Request,
  response: Response,
  files: Files,
  { storageKey, sha256, thumbnail }: Pictured,
): Promise<void> {
  if (thumbnail !== 'made') throw notFound('thumbnail');
  const picture = { storageKey: storageKey + THUMBNAIL, mime: 'image/webp', tag: `${sha256}-thumbnail` };
  await deliverPicture(request, response, files, picture);
}
