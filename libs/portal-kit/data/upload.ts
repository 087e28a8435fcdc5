import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { type GraphQLFormattedError } from 'graphql';
import { actingAs, routeUrl } from './acting-as';
import { commonHeaders } from './client';
import { mayBeSignedOut } from './errors';
import { newKey } from './submission';

export interface UploadOptions {
  /** Told how much has left, from 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
  /** Sent beside the file, as query parameters. */
  params?: Readonly<Record<string, string>>;
  /** The same for each try of one upload, so that a repeated one is done once. */
  idempotencyKey?: string;
}

let tellSignedOut: () => void = () => undefined;

/** Whom to tell when an upload is refused because the session has ended. */
export function onUploadSignedOut(listener: () => void): void {
  tellSignedOut = listener;
}

/** The failure in an answer, in the classes that GraphQL's failures have. */
function failure(request: XMLHttpRequest): Error {
  const { status, responseText } = request;
  try {
    const body = JSON.parse(responseText) as { errors?: GraphQLFormattedError[] };
    if (Array.isArray(body.errors)) return new CombinedGraphQLErrors({ errors: body.errors });
  } catch {
    return refused(status, responseText);
  }
  return refused(status, responseText);
}

function refused(status: number, bodyText: string): ServerError {
  return new ServerError(`Upload refused with status ${status}`, {
    response: new Response(bodyText, { status }),
    bodyText,
  });
}

/**
 * Sends one file as the body of a POST, its name in `x-file-name` (percent-encoded), and tells how far it is.
 * Resolves to the JSON answer; rejects with the errors that `toFormErrors` reads.
 */
export function uploadFile(path: string, file: File, options: UploadOptions = {}): Promise<unknown> {
  const { onProgress, signal, params = {}, idempotencyKey = newKey() } = options;
  const url = routeUrl(path);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    const headers = {
      ...commonHeaders(actingAs(), document.documentElement.lang || 'en'),
      'idempotency-key': idempotencyKey,
      'content-type': file.type || 'application/octet-stream',
      'x-file-name': encodeURIComponent(file.name),
    };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 200 || request.status >= 300) {
        const error = failure(request);
        if (mayBeSignedOut(error)) tellSignedOut();
        reject(error);
      } else resolve(request.responseText === '' ? null : (JSON.parse(request.responseText) as unknown));
    };
    request.onerror = () => reject(new TypeError('The connection was lost'));
    request.onabort = () => reject(new DOMException('Upload stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
