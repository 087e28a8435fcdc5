import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A program that we run, in a group of its own: the terminal's Ctrl-C then reaches it through us alone, once.
 *
 * `ended` tells how it ended. `stop` asks it to end, gives it some time and then kills it; it is true if asking was
 * enough. `kill` ends it and whatever it started at once.
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null }} End
 * @typedef {{ ended: Promise<End>, stop: (patienceMs: number) => Promise<boolean>, kill: () => void, process: import('node:child_process').ChildProcess }} Child
 */

const isWindows = process.platform === 'win32';

/**
 * Runs a JavaScript program with this Node.js.
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, stdio: import('node:child_process').StdioOptions }} options
 * @returns {Child}
 */
export function runNode(args, options) {
  const child = spawn(process.execPath, args, { ...options, detached: !isWindows, windowsHide: true });
  /** @type {Promise<End>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code, signal) => resolve({ code, signal }));
  });
  const kill = () => {
    if (child.pid === undefined) return;
    try {
      process.kill(isWindows ? child.pid : -child.pid, 'SIGKILL');
    } catch {
      child.kill('SIGKILL');
    }
  };
  const stop = async (/** @type {number} */ patienceMs) => {
    // On Windows a program cannot be asked by us: it got the Ctrl-C itself, as it shares our console.
    if (!isWindows) child.kill('SIGTERM');
    const timer = new AbortController();
    const late = sleep(patienceMs, 'late', { signal: timer.signal }).catch(() => 'late');
    const isLate = (await Promise.race([ended, late])) === 'late';
    timer.abort();
    kill();
    await ended;
    return !isLate;
  };
  return { ended, stop, kill, process: child };
}
