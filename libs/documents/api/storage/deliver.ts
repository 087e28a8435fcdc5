import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response } from 'express';
import { contentDisposition } from './file-name';
import { type Files } from './files';
import { type ByteRange } from './storage';

/** A kept file on its way to somebody who may read it. */
export interface Delivery {
  readonly storageKey: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes: what tells one content from another. */
  readonly sha256: string;
  readonly fileName: string;
  /** Whether the browser shows it or saves it. */
  readonly how: 'inline' | 'attachment';
}

const SPAN = /^bytes=(\d*)-(\d*)$/;

/**
 * The part that is asked for (RFC 9110, 14.1.2): null for the whole, which also answers what cannot be read or asks for
 * several parts, `none` where nothing of it exists.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'none' | null {
  const [, first, last] = SPAN.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (!first && !last)) return null;
  if (!first) return Number(last) === 0 ? 'none' : { start: Math.max(0, size - Number(last)), end: size - 1 };
  if (last && Number(last) < Number(first)) return null;
  if (Number(first) >= size) return 'none';
  return { start: Number(first), end: Math.min(last ? Number(last) : size - 1, size - 1) };
}

function knows(header: string | undefined, tag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*');
}

/** What is sent with whatever somebody uploaded: it can run nothing, and its type is not guessed at. */
function harmless(response: Response, tag: string): void {
  response.set({
    etag: tag,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
}

/**
 * Delivers a small picture that was made of a file. A browser may keep it, and asks each time whether it still may show
 * it: the rule is asked first.
 */
export async function deliverPicture(
  request: Request,
  response: Response,
  files: Files,
  picture: { readonly storageKey: string; readonly mime: string; readonly tag: string },
): Promise<void> {
  harmless(response, `"${picture.tag}"`);
  response.set('cache-control', 'private, no-cache');
  if (knows(request.get('if-none-match'), `"${picture.tag}"`)) {
    response.status(304).end();
    return;
  }
  const bytes = await buffer(await files.open(picture.storageKey));
  response.set('content-type', picture.mime).set('content-disposition', 'inline').send(bytes);
}

/**
 * Delivers a file so that whatever it holds can run nothing and name itself nothing else. Who may read it is settled
 * before; what the reader has already is not sent again, and a part is enough where a part is asked for.
 */
export async function deliverFile(request: Request, response: Response, files: Files, file: Delivery): Promise<void> {
  const tag = `"${file.sha256}"`;
  harmless(response, tag);
  response.set('accept-ranges', 'bytes');
  if (knows(request.get('if-none-match'), tag)) {
    response.status(304).end();
    return;
  }
  const condition = request.get('if-range');
  const range = condition && condition !== tag ? null : rangeOf(request.get('range'), file.size);
  if (range === 'none') {
    response
      .status(416)
      .set('content-range', `bytes */${String(file.size)}`)
      .end();
    return;
  }
  const bytes = request.method === 'HEAD' ? null : await files.open(file.storageKey, range ?? undefined);
  if (range) {
    response.status(206);
    response.set('content-range', `bytes ${String(range.start)}-${String(range.end)}/${String(file.size)}`);
  }
  response.set({
    'content-type': file.mime,
    'content-length': String(range ? range.end - range.start + 1 : file.size),
    'content-disposition': contentDisposition(file.how, file.fileName),
  });
  if (bytes) await pipeline(bytes, response);
  else response.end();
}
