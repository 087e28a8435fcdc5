import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { alone } from '../postgres/claim.mjs';
import { Refusal } from '../postgres/refusal.mjs';
import { runNode } from './child.mjs';
import { root } from './settings.mjs';

const require = createRequire(import.meta.url);

/** The program of Nx, found through its package: the link in node_modules/.bin is none on Windows. */
function nxProgram() {
  const manifest = require.resolve('nx/package.json');
  /** @type {{ bin: { nx: string } }} */
  const { bin } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  return path.join(path.dirname(manifest), bin.nx);
}

/**
 * Runs a target of every project that has it, quietly: Nx does only what its cache does not hold.
 * @param {string} target
 * @param {{ dataDir: string }} settings
 * @param {import('./stop.mjs').Stop} stop
 * @param {(done: number) => void} onProgress told how many projects are done
 * @throws {Refusal} after printing what Nx said, if a project fails
 */
export async function runTarget(target, { dataDir }, stop, onProgress) {
  const nx = runNode([nxProgram(), 'run-many', '-t', target, '--output-style=static'], {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const forgetKill = stop.onForce(nx.kill);
  const cancel = () => void nx.stop(2_000);
  stop.signal.addEventListener('abort', cancel);
  let output = '';
  for (const stream of [nx.process.stdout, nx.process.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text;
      onProgress(new Set(output.match(/nx run \S+/g)).size);
    });
  }
  const [{ code }] = await Promise.all([nx.ended, new Promise((resolve) => nx.process.once('close', resolve))]);
  stop.signal.removeEventListener('abort', cancel);
  forgetKill();
  stop.signal.throwIfAborted();
  if (code === 0) return;
  const log = path.join(dataDir, `${target}.log`);
  fs.writeFileSync(log, output);
  console.error(output.trimEnd().split('\n').slice(-40).join('\n'));
  throw new Refusal(`SoftMob could not be built (nx run-many -t ${target}): the whole report is ${log}.`);
}

function assertWritable() {
  try {
    fs.accessSync(root, fs.constants.W_OK);
  } catch {
    throw new Refusal(`The folder ${root} cannot be written: start SoftMob as the user to whom it belongs.`);
  }
}

/**
 * Builds the API and the portals as far as they are not built yet, on one line.
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./stop.mjs').Stop} stop
 */
export async function buildAll(settings, stop) {
  assertWritable();
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const { isTTY } = process.stdout;
  let done = 0;
  const line = () => `Building SoftMob (a minute or two the first time): ${done} parts done, ${seconds()} s`;
  console.log(line());
  const timer = isTTY ? setInterval(() => process.stdout.write(`\u001b[1A\u001b[2K${line()}\n`), 1_000) : undefined;
  try {
    const refusal = (/** @type {{ pid: number }} */ { pid }) =>
      `Process ${pid} has been building SoftMob for too long: stop it, then try again.`;
    await alone(path.join(root, '.nx', 'claims'), { patienceMs: 600_000, refusal, signal: stop.signal }, () =>
      runTarget('build', settings, stop, (count) => (done = count)),
    );
  } finally {
    clearInterval(timer);
  }
  if (isTTY) process.stdout.write(`\u001b[1A\u001b[2K`);
  console.log(`SoftMob is built (${done} parts, ${seconds()} s).`);
}
