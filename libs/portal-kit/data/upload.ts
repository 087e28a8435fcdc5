import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { type GraphQLFormattedError } from 'graphql';
import { actingAs, routeUrl } from './acting-as';
import { commonHeaders } from './client';
import { mayBeSignedOut } from './errors';
import { newKey } from './submission';

/**
 * Where an upload stands: on its way, waiting for a connection, going on after a break (or after the page was loaded
 * anew), or arrived and being looked at.
 */
export type UploadPhase = 'sending' | 'waiting' | 'continuing' | 'checking';

export interface UploadOptions {
  /** Told how much has left, from 0 to 1. */
  onProgress?: (share: number) => void;
  onPhase?: (phase: UploadPhase) => void;
  /** Ends the upload; what has arrived of it is given up. */
  signal?: AbortSignal;
  /** Sent beside the file, as query parameters. */
  params?: Readonly<Record<string, string>>;
  /** The same for each try of one upload, so that a repeated one is done once. */
  idempotencyKey?: string;
}

/** From this size on, a file goes up in parts: a break costs a part then, and not the whole. */
const LARGE = 5 * 1024 * 1024;

let tellSignedOut: () => void = () => undefined;

/** Whom to tell when an upload is refused because the session has ended. */
export function onUploadSignedOut(listener: () => void): void {
  tellSignedOut = listener;
}

/** The failure in an answer, in the classes that GraphQL's failures have. */
export function uploadFailure(status: number, bodyText: string): Error {
  const error = failure(status, bodyText);
  if (mayBeSignedOut(error)) tellSignedOut();
  return error;
}

function failure(status: number, bodyText: string): Error {
  try {
    const body = JSON.parse(bodyText) as { errors?: GraphQLFormattedError[] };
    if (Array.isArray(body.errors)) return new CombinedGraphQLErrors({ errors: body.errors });
  } catch {
    return refused(status, bodyText);
  }
  return refused(status, bodyText);
}

function refused(status: number, bodyText: string): ServerError {
  return new ServerError(`Upload refused with status ${status}`, {
    response: new Response(bodyText, { status }),
    bodyText,
  });
}

export const uploadStopped = () => new DOMException('Upload stopped', 'AbortError');

/** The headers of every request of an upload. */
export const uploadHeaders = () => commonHeaders(actingAs(), document.documentElement.lang || 'en');

/** The request that a route takes a file in by: the file is its body, or has come in parts before. */
export function handIn(
  path: string,
  fileName: string,
  body: { file: File } | { uploadId: string },
  { onProgress, signal, params = {}, idempotencyKey = newKey() }: UploadOptions,
): Promise<unknown> {
  const url = routeUrl(path);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    const headers: Record<string, string> = {
      ...uploadHeaders(),
      'idempotency-key': idempotencyKey,
      'x-file-name': encodeURIComponent(fileName),
      ...('file' in body
        ? { 'content-type': body.file.type || 'application/octet-stream' }
        : { 'x-softmob-upload': body.uploadId }),
    };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 200 || request.status >= 300) reject(uploadFailure(request.status, request.responseText));
      else resolve(request.responseText === '' ? null : (JSON.parse(request.responseText) as unknown));
    };
    request.onerror = () => reject(new TypeError('The connection was lost'));
    request.onabort = () => reject(uploadStopped());
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send('file' in body ? body.file : null);
  });
}

/**
 * Sends a file to a route and tells how far it is: a small one in one request, a large one in parts, which go on where
 * the connection broke. Resolves to the JSON answer; rejects with the errors that `toFormErrors` reads.
 */
export async function uploadFile(path: string, file: File, options: UploadOptions = {}): Promise<unknown> {
  options.onPhase?.('sending');
  if (file.size <= LARGE) return handIn(path, file.name, { file }, options);
  // Where not even its code comes through, the next best is one request.
  const parts = await import('./upload-in-parts').catch(() => null);
  return parts ? parts.uploadInParts(path, file, options) : handIn(path, file.name, { file }, options);
}
