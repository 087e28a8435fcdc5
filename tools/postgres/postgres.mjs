import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { preparePrograms } from './binaries.mjs';
import { alone, claim, holders, isAlive } from './claim.mjs';
import { choosePlace, clusterOf } from './place.mjs';
import { Refusal, codeOf, textOf } from './refusal.mjs';

/**
 * @typedef {import('./place.mjs').Account} Account
 * @typedef {{ home: string, cluster: string, account?: Account, program: import('./binaries.mjs').Programs, major: string, password: string }} Instance
 * @typedef {{ url: string, pid: number, port: number, adopted: boolean, stop: () => Promise<void> }} Server
 */

const user = 'softmob';
const startPatienceMs = 60_000;

/**
 * Runs one of PostgreSQL's programs out of reach of the terminal's signals: a Ctrl-C must not cut it in the middle.
 * @param {Instance} instance
 * @param {'initdb' | 'pg_ctl'} name
 * @param {string[]} args
 * @param {boolean} [quiet] give the program no pipe of ours; a server that it starts would keep it open
 */
async function run(instance, name, args, quiet = false) {
  const child = spawn(instance.program(name), args, {
    ...instance.account,
    cwd: instance.home,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    stdio: quiet ? 'ignore' : ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`${name} failed (${code}): ${output.trim()}`);
}

/** @param {string} home */
function passwordIn(home) {
  const file = path.join(home, 'password');
  if (!fs.existsSync(file)) {
    const unfinished = `${file}-${randomBytes(6).toString('hex')}`;
    fs.writeFileSync(unfinished, randomBytes(24).toString('hex'), { flag: 'wx', mode: 0o600 });
    fs.renameSync(unfinished, file);
  }
  return fs.readFileSync(file, 'utf8');
}

/**
 * Makes the cluster beside its place and moves it there whole, so that an interruption leaves no half of one.
 * @param {Instance} instance
 */
async function initialise(instance) {
  const { home, cluster, account, major } = instance;
  const versionFile = path.join(cluster, 'PG_VERSION');
  if (fs.existsSync(versionFile)) {
    const made = fs.readFileSync(versionFile, 'utf8').trim();
    if (made === major) return;
    throw new Refusal(`The data in ${home} was made by PostgreSQL ${made}, but PostgreSQL ${major} is installed.`);
  }
  for (const name of fs.readdirSync(home)) {
    if (name.startsWith('initialising-')) fs.rmSync(path.join(home, name), { recursive: true, force: true });
  }
  const workshop = fs.mkdtempSync(path.join(home, 'initialising-'));
  const passwordFile = path.join(workshop, 'password');
  fs.writeFileSync(passwordFile, instance.password, { flag: 'wx', mode: 0o600 });
  if (account) for (const item of [workshop, passwordFile]) fs.chownSync(item, account.uid, account.gid);
  const target = path.join(workshop, 'cluster');
  const encoding = ['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=und', '--locale=C'];
  await run(instance, 'initdb', [
    '-D',
    target,
    '-U',
    user,
    '--pwfile',
    passwordFile,
    '-A',
    'scram-sha-256',
    ...encoding,
  ]);
  fs.renameSync(target, cluster);
  fs.rmSync(workshop, { recursive: true });
}

/**
 * What PostgreSQL itself noted about the server that runs on the cluster, if one does.
 * @param {string} cluster
 * @returns {{ pid: number, port: number } | undefined}
 */
function runningServer(cluster) {
  const note = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(note)) return undefined;
  const lines = fs.readFileSync(note, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !isAlive(pid)) return undefined;
  if (isServerOf(cluster, pid)) return { pid, port };
  fs.rmSync(note);
  return undefined;
}

/**
 * A note that survived a loss of power may name a process that is something else by now; PostgreSQL would then refuse
 * to start. Its server works in its cluster's folder, which Linux shows.
 * @param {string} cluster
 * @param {number} pid
 */
function isServerOf(cluster, pid) {
  if (process.platform !== 'linux') return true;
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster);
  } catch {
    return false;
  }
}

/** @returns {Promise<number>} a port of this machine that is free now */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Starts the server on a free port; another program may take the port first, so it tries again.
 * @param {Instance} instance
 */
async function launch(instance) {
  const log = path.join(instance.cluster, 'server.log');
  for (let attempt = 1; ; attempt++) {
    if (fs.existsSync(log)) fs.renameSync(log, path.join(instance.cluster, 'server.previous.log'));
    const options = `-p ${await freePort()} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`;
    const args = ['-D', instance.cluster, '-w', '-t', '60', '-l', log, '-o', options, 'start'];
    try {
      return await run(instance, 'pg_ctl', args, true);
    } catch {
      const told = fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '';
      if (attempt < 3 && /could not (bind|create any)/.test(told)) continue;
      const fatal = told.match(/(?:FATAL|PANIC): +(.*)/)?.[1];
      throw new Refusal(`PostgreSQL did not start${fatal ? ` (${fatal})` : ''}: its log is ${log}.`);
    }
  }
}

/**
 * Waits until the server answers (one that was killed replays its journal first) and makes the database.
 * @param {Instance} instance
 * @param {{ pid: number, port: number }} server
 * @param {string} database
 */
async function createDatabase(instance, server, database) {
  const deadline = Date.now() + startPatienceMs;
  for (;;) {
    const connectionString = urlOf(instance, server.port, 'postgres');
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
      if (known.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
      return;
    } catch (reason) {
      const isStarting = ['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(codeOf(reason));
      if (!isStarting || Date.now() > deadline || runningServer(instance.cluster)?.pid !== server.pid) {
        throw new Refusal(
          `PostgreSQL in ${instance.home} (process ${server.pid}) runs but cannot be used (${textOf(reason)}): stop that process, then try again.`,
        );
      }
    } finally {
      await client.end().catch(() => undefined);
    }
    await sleep(100);
  }
}

/**
 * @param {Instance} instance
 * @param {number} port
 * @param {string} database
 */
const urlOf = ({ password }, port, database) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

/**
 * Starts the PostgreSQL that npm packages brought, or adopts the one that already runs on the folder.
 *
 * The folder then holds the cluster, the generated password (readable by its owner only) and the claims of those who
 * use it. The server outlives this process; `stop` ends it unless another living process uses it too.
 * @param {{ dataDir: string, database?: string }} options where everything is kept, and the database to make if missing
 * @returns {Promise<Server>}
 * @throws {Refusal} with one sentence that names the mend
 */
export async function ensurePostgres({ dataDir, database = 'softmob' }) {
  const { home, account } = choosePlace(path.resolve(dataDir));
  const users = path.join(home, 'claims', 'users');
  const lock = path.join(home, 'claims', 'lock');
  const patience = {
    patienceMs: 2 * startPatienceMs,
    refusal: (/** @type {{ pid: number }} */ { pid }) =>
      `Process ${pid} has been busy with the database in ${home} for too long: stop it, then try again.`,
  };
  return alone(lock, patience, async () => {
    const programs = preparePrograms(home, account);
    const instance = { home, cluster: clusterOf(home), account, ...programs, password: passwordIn(home) };
    await initialise(instance);
    const running = runningServer(instance.cluster);
    if (!running) await launch(instance);
    const server = running ?? runningServer(instance.cluster);
    if (!server)
      throw new Refusal(`PostgreSQL ended right after its start: its log is ${instance.cluster}/server.log.`);
    await createDatabase(instance, server, database);
    const use = claim(users);
    const stop = () =>
      alone(lock, patience, async () => {
        use.release();
        if (holders(users).length > 0 || runningServer(instance.cluster)?.pid !== server.pid) return;
        await run(instance, 'pg_ctl', ['-D', instance.cluster, '-w', '-m', 'fast', 'stop']);
      });
    return { ...server, url: urlOf(instance, server.port, database), adopted: running !== undefined, stop };
  });
}
