import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The checkout. */
export const root = path.resolve(__dirname, '..', '..');

/** A Node.js program that a test runs, with what it has said so far. */
export interface NodeChild {
  process: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  /** Waits until its output holds a text; fails when it ends before. */
  says: (text: string) => Promise<void>;
  /** Its exit code, or the signal that killed it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** Runs Node.js with arguments; its standard input stays open until the test ends it. */
export function runNode(args: string[], env: NodeJS.ProcessEnv = {}): NodeChild {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, NODE_OPTIONS: '', ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => stdout.includes(text) && resolve();
      child.stdout.on('data', look);
      void ended.then(() => reject(new Error(`It ended without saying "${text}": ${stdout}${stderr}`)));
      look();
    });
  return { process: child, stdout: () => stdout, stderr: () => stderr, says, ended };
}

/** Runs a piece of an ES module, with the checkout as its folder. */
export const runModule = (source: string, env: NodeJS.ProcessEnv = {}): NodeChild =>
  runNode(['--input-type=module', '-e', source], env);

/** Whether a process runs; one that ended but that its parent has not buried yet does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** A new folder that also the account may enter as which root runs PostgreSQL; its name has a space. */
export function makeFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'softmob test '));
  fs.chmodSync(folder, 0o755);
  return folder;
}
