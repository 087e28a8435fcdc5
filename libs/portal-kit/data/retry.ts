/** What follows a try of an upload that failed. */
export type Verdict = 'wait' | 'anew' | 'tell';

/** Answers of whoever stands between the portal and the server, or of a server that has no time right now. */
const PASSING = new Set([408, 409, 423, 425, 429, 502, 503, 504]);
/** What a begun upload answers that has ended, or that belongs to a session before this one. */
const NOT_OURS = new Set([401, 403, 404, 410]);
/** Tries at a server that fails by itself, before the person is told. */
const MOST_FAULTS = 4;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/**
 * Whether a failed try is repeated after a pause, the upload begun anew, or the failure told. No answer at all is no
 * reason to give up: it goes on for as long as the page is open.
 * @param status of the answer; null where none came
 * @param resumed whether the try went on with an upload that was begun before
 * @param failed tries in a row without a byte that arrived
 */
export function verdictOn(status: number | null, resumed: boolean, failed: number): Verdict {
  if (status === null || PASSING.has(status)) return 'wait';
  if (resumed && NOT_OURS.has(status)) return 'anew';
  return status >= 500 && failed < MOST_FAULTS ? 'wait' : 'tell';
}

/** Milliseconds before the next try: twice as long each time, half a minute at most. */
export function pauseAfter(failed: number): number {
  return Math.min(FIRST_PAUSE * 2 ** Math.max(0, failed - 1), LONGEST_PAUSE);
}

/** Waits, but for no longer than until the device says that it is connected again. @throws where the signal ends it */
export function pause(ms: number, signal: AbortSignal | undefined, ended: () => Error): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (then: () => void) => () => {
      clearTimeout(timer);
      window.removeEventListener('online', goOn);
      signal?.removeEventListener('abort', stop);
      then();
    };
    const goOn = finish(resolve);
    const stop = finish(() => reject(ended()));
    const timer = setTimeout(goOn, ms);
    window.addEventListener('online', goOn);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop);
  });
}
