import { constants } from 'node:os';

/**
 * What happens on Ctrl-C, on a request to end, and when the terminal is closed.
 *
 * `signal` is aborted by the first one: everything then ends in good order. `onForce` registers what a second one does
 * to whatever still runs; it gives back how to take that off again.
 * @typedef {{ signal: AbortSignal, onForce: (kill: () => void) => () => void, forget: () => void }} Stop
 */

/** npm passes on the Ctrl-C that the terminal has already sent to the whole group: the same one arrives twice. */
const echoMs = 500;

/** @returns {Stop} */
export function listenForStop() {
  const controller = new AbortController();
  /** @type {Set<() => void>} */
  const kills = new Set();
  let first = 0;
  /** @param {NodeJS.Signals} name */
  const onSignal = (name) => {
    if (first === 0) {
      first = Date.now();
      controller.abort();
    } else if (Date.now() - first > echoMs) {
      for (const kill of kills) tryTo(kill);
      process.exit(128 + constants.signals[name]);
    }
  };
  /** @type {NodeJS.Signals[]} */
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const name of names) process.on(name, onSignal);
  const watch = watchParent(() => onSignal('SIGTERM'));
  // A closed terminal takes no more words; that must not keep us from ending in good order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return {
    signal: controller.signal,
    onForce: (kill) => {
      kills.add(kill);
      return () => kills.delete(kill);
    },
    forget: () => {
      clearInterval(watch);
      names.forEach((name) => process.off(name, onSignal));
    },
  };
}

/**
 * A signal to npm ends it and the shell between it and us, but does not reach us: the shell's end has to tell.
 * @param {() => void} onEnd
 */
function watchParent(onEnd) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onEnd();
  }, 250);
  return watch.unref();
}

/** @param {() => void} kill */
function tryTo(kill) {
  try {
    kill();
  } catch {
    // It has ended meanwhile.
  }
}
