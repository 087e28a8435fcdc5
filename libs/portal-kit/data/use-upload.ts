import { useState } from 'react';
import { uploadFile, type UploadOptions, type UploadPhase } from './upload';

/** A file that is on its way. */
export interface Sending {
  /** From 0 to 1. */
  readonly share: number;
  readonly phase: UploadPhase;
  cancel: () => void;
}

export interface UploadResult {
  /** Null while nothing is on its way. */
  readonly sending: Sending | null;
  /** Resolves to the answer of the route, or to null where the person has stopped it; rejects as `uploadFile` does. */
  send: (path: string, file: File, options?: Pick<UploadOptions, 'params' | 'idempotencyKey'>) => Promise<unknown>;
}

const isStop = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

/** Sends files one after the other, and knows where the present one stands. */
export function useUpload(): UploadResult {
  const [sending, setSending] = useState<Sending | null>(null);
  const send: UploadResult['send'] = async (path, file, options) => {
    const own = new AbortController();
    const cancel = () => own.abort();
    setSending({ share: 0, phase: 'sending', cancel });
    try {
      return await uploadFile(path, file, {
        ...options,
        signal: own.signal,
        onProgress: (share) => setSending((before) => before && { ...before, share }),
        onPhase: (phase) => setSending((before) => before && { ...before, phase }),
      });
    } catch (error) {
      if (isStop(error)) return null;
      throw error;
    } finally {
      setSending(null);
    }
  };
  return { sending, send };
}
