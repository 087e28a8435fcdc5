import { DetailedError, Upload } from 'tus-js-client';
import { readDraft, writeDraft } from '../forms/draft';
import { routeUrl } from './acting-as';
import { toFormErrors, unanswered } from './errors';
import { pause, pauseAfter, verdictOn } from './retry';
import { handIn, uploadFailure, uploadHeaders, type UploadOptions, uploadStopped } from './upload';

/** Bytes of a part: small enough for every proxy, and little to lose to one that hands on whole requests only. */
const PART = 1024 * 1024;
/** Milliseconds without a byte, after which a connection counts as lost though nobody said so. */
const STALLED = 60_000;

/** Under which name a begun upload of this file is found again; null where the browser cannot work a fingerprint out. */
async function nameOf(path: string, file: File): Promise<string | null> {
  // Missing where the page is not served securely.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const digest = await subtle.digest('SHA-256', await file.arrayBuffer());
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `upload.${path}.${hex}`;
}

/** Where a begun upload lies on the server, remembered on the device so that it is found after a reload. */
class Remembered {
  private constructor(
    private readonly name: string | null,
    private known: string | null,
  ) {}

  static async of(path: string, file: File): Promise<Remembered> {
    const name = await nameOf(path, file);
    return new Remembered(name, (name && readDraft(name, { url: '' }, 'device')?.url) || null);
  }

  get url(): string | null {
    return this.known;
  }

  set url(url: string | null) {
    this.known = url;
    if (this.name) writeDraft(this.name, url === null ? null : { url }, 'device');
  }

  /** What the routes call it. */
  get id(): string {
    return this.known?.split('/').at(-1) ?? '';
  }
}

/** How often it failed since the last byte that arrived. */
interface Course {
  failed: number;
  /** Whether it goes on with what has arrived before. */
  resumed: boolean;
}

/** One try to bring the rest of the file up. Resolves once all of it has arrived; rejects with what `tus-js-client` says. */
function tryOnce(file: File, at: Remembered, course: Course, options: UploadOptions): Promise<void> {
  const { onProgress, onPhase, signal } = options;
  return new Promise((resolve, reject) => {
    let watch: ReturnType<typeof setTimeout> | undefined;
    const finish = (then: () => void) => () => {
      clearTimeout(watch);
      window.removeEventListener('offline', lost);
      signal?.removeEventListener('abort', stop);
      then();
    };
    const lost = finish(() => {
      void upload.abort();
      reject(new TypeError('The connection was lost'));
    });
    const stop = finish(() => {
      void upload.abort();
      reject(uploadStopped());
    });
    const alive = () => {
      clearTimeout(watch);
      watch = setTimeout(lost, STALLED);
    };
    const upload = new Upload(file, {
      // Told only where there is nothing to go on with: a server that is away must not make it begin anew.
      ...(at.url === null ? { endpoint: routeUrl('/uploads').href } : { uploadUrl: at.url }),
      headers: uploadHeaders(),
      metadata: { filename: file.name, ...(file.type ? { filetype: file.type } : {}) },
      chunkSize: PART,
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => {
        at.url = upload.url;
      },
      onProgress: (sent, total) => {
        alive();
        onPhase?.(course.resumed ? 'continuing' : 'sending');
        onProgress?.(total > 0 ? sent / total : 0);
      },
      onChunkComplete: () => {
        course.failed = 0;
      },
      onSuccess: finish(resolve),
      onError: (error) => finish(() => reject(error))(),
    });
    if (signal?.aborted) {
      reject(uploadStopped());
      return;
    }
    signal?.addEventListener('abort', stop);
    window.addEventListener('offline', lost);
    alive();
    upload.start();
  });
}

function answerIn(error: unknown): { status: number; body: string } | null {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  return response && response.getStatus() > 0 ? { status: response.getStatus(), body: response.getBody() } : null;
}

const wasStopped = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

/** Brings all parts up, over as many connections as it takes. */
async function bringUp(file: File, at: Remembered, options: UploadOptions): Promise<void> {
  const course: Course = { failed: 0, resumed: at.url !== null };
  for (;;) {
    try {
      return await tryOnce(file, at, course, options);
    } catch (error) {
      if (wasStopped(error)) throw error;
      const answer = answerIn(error);
      const verdict = verdictOn(answer?.status ?? null, at.url !== null, course.failed);
      if (verdict === 'tell') throw answer ? uploadFailure(answer.status, answer.body) : error;
      course.resumed = verdict === 'wait' && at.url !== null;
      if (verdict === 'anew') at.url = null;
      course.failed += 1;
      options.onPhase?.('waiting');
      await pause(pauseAfter(course.failed), options.signal, uploadStopped);
    }
  }
}

/** Whether a refusal is of the file itself or of its upload, so that going on with it cannot help. */
function isSpent(error: unknown): boolean {
  const errors = toFormErrors(error);
  if (!errors) return false;
  const { code, reason, fields } = errors;
  return (
    ['TOO_LARGE', 'NOT_FOUND'].includes(code) || reason === 'UPLOAD_USED' || fields.some(({ path }) => path === 'file')
  );
}

/** Hands the whole file to its route; repeated until an answer comes, which is harmless: it is taken in once. */
async function handOver(path: string, file: File, at: Remembered, options: UploadOptions): Promise<unknown> {
  for (let failed = 1; ; failed += 1) {
    options.onPhase?.('checking');
    try {
      const answer = await handIn(path, file.name, { uploadId: at.id }, { ...options, onProgress: () => undefined });
      at.url = null;
      return answer;
    } catch (error) {
      if (wasStopped(error) || !unanswered(error)) throw error;
      options.onPhase?.('waiting');
      await pause(pauseAfter(failed), options.signal, uploadStopped);
    }
  }
}

/** Sends a large file in parts and hands it to its route. After a reload, the same file goes on where it was. */
export async function uploadInParts(path: string, file: File, options: UploadOptions): Promise<unknown> {
  const at = await Remembered.of(path, file);
  try {
    await bringUp(file, at, options);
    return await handOver(path, file, at, options);
  } catch (error) {
    // Ends it on the server as well, where that can be reached; else the server forgets it by itself.
    if (wasStopped(error) && at.url !== null) {
      Upload.terminate(at.url, { headers: uploadHeaders(), retryDelays: null }).catch(() => undefined);
    }
    if (wasStopped(error) || isSpent(error)) at.url = null;
    throw error;
  }
}
