import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal, codeOf } from './refusal.mjs';

/**
 * A claim is a file named after the process that wrote it: its id and when it was born. So a claim left behind by a
 * killed process is known as dead, even when its id was given to another process, and anyone may sweep it away without
 * ever taking the claim of somebody who lives. Two who claim at once see each other, both step back and try again.
 *
 * @typedef {{ path: string, release: () => void }} Claim
 * @typedef {{ pid: number, note: string }} Holder
 * @typedef {{ patienceMs: number, refusal: (holder: Holder) => string, signal?: AbortSignal }} Wait
 */

/**
 * When a process was born, as its system tells it, in characters that suit a file name; '' where it cannot be known,
 * "dead" for one that ended but that its parent has not buried yet.
 * @param {number} pid
 * @returns {string}
 */
function birthOf(pid) {
  try {
    if (process.platform === 'win32') return '';
    if (process.platform === 'linux') {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? 'dead' : (fields[19] ?? '');
    }
    const options = {
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      encoding: /** @type {const} */ ('utf8'),
    };
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], options).replaceAll(/\W/g, '');
  } catch {
    return '';
  }
}

/**
 * Whether a process lives; one that belongs to another user counts too.
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (reason) {
    return codeOf(reason) === 'EPERM';
  }
}

/**
 * Writes a claim of this process into a folder, whoever else may hold one there.
 * @param {string} folder
 * @param {string} [note] what others should know about its holder
 * @returns {Claim}
 */
export function claim(folder, note = '') {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${process.pid}-${birthOf(process.pid)}-${randomBytes(6).toString('hex')}`);
  fs.writeFileSync(file, note, { flag: 'wx', mode: 0o600 });
  return { path: file, release: () => fs.rmSync(file, { force: true }) };
}

/**
 * Those who hold a claim in a folder and live; what the dead left is swept away.
 * @param {string} folder
 * @param {Claim} [own] a claim that does not count
 * @returns {Holder[]}
 */
export function holders(folder, own) {
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    const [pid = '', birth = ''] = name.split('-');
    if (file === own?.path || !/^\d+$/.test(pid)) return [];
    const now = birthOf(Number(pid));
    if (isAlive(Number(pid)) && (now === '' || now === birth)) return [{ pid: Number(pid), note: noteOf(file) }];
    fs.rmSync(file, { force: true });
    return [];
  });
}

/** @param {string} file */
function noteOf(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Becomes the only holder of a folder, or says who is it after waiting in vain.
 * @param {string} folder
 * @param {Wait & { note?: string }} options
 * @returns {Promise<Claim>}
 * @throws {Refusal} with the given sentence when somebody else held it all the time; an AbortError when told to
 */
export async function claimAlone(folder, { patienceMs, refusal, signal, note }) {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    let others = holders(folder);
    if (others.length === 0) {
      const own = claim(folder, note);
      others = holders(folder, own);
      if (others.length === 0) return own;
      own.release();
    }
    const [first] = others;
    if (first && Date.now() > deadline) throw new Refusal(refusal(first));
    await sleep(20 + Math.random() * 130, undefined, { signal });
  }
}

/**
 * Does a piece of work that two processes must not do at once.
 * @template T
 * @param {string} folder
 * @param {Wait} options
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(folder, options, work) {
  const own = await claimAlone(folder, options);
  try {
    return await work();
  } finally {
    own.release();
  }
}
