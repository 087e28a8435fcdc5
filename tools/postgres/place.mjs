import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Refusal, codeOf, textOf } from './refusal.mjs';

/**
 * Where the database lives and as whom it runs. PostgreSQL refuses to run as root, so root lends it an account that
 * can do nothing else; everybody else runs it as themselves (no account).
 *
 * @typedef {{ uid: number, gid: number }} Account
 * @typedef {{ home: string, account?: Account }} Place
 */

const isRoot = process.getuid?.() === 0;

/** @returns {Account} the system's account for PostgreSQL, else the one for nobody */
function unprivilegedAccount() {
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
  }
  throw new Refusal(
    'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody": start as an ordinary user, or set DATABASE_URL.',
  );
}

/**
 * Whether a shell's test holds for a path when an account asks.
 * @param {string} test with "$0" for the path
 * @param {string} subject
 * @param {Account | undefined} account
 * @returns {boolean}
 */
export function holdsFor(test, subject, account) {
  if (process.platform === 'win32') return true;
  try {
    execFileSync('/bin/sh', ['-c', test, subject], { ...account, cwd: '/', stdio: 'ignore' });
    return true;
  } catch (reason) {
    if (!['EPERM', 'EINVAL'].includes(codeOf(reason))) return false;
    throw new Refusal(
      'This root may not run PostgreSQL as another user, as PostgreSQL asks: start as an ordinary user, or set DATABASE_URL.',
    );
  }
}

/**
 * @param {string} home
 * @param {number} mode
 */
function makeHome(home, mode) {
  try {
    fs.mkdirSync(home, { recursive: true });
    fs.chmodSync(home, mode);
    fs.accessSync(home, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  } catch (reason) {
    throw new Refusal(
      `The folder ${home} cannot be used for the database (${textOf(reason)}): give it to the user who starts SoftMob, or set DATA_DIR to a folder of theirs.`,
    );
  }
}

/**
 * Chooses where the database of a data folder lives: in that folder; or, when root starts below a folder that the
 * database's account cannot enter (a checkout in /root), in /var/lib under a name made from the folder's path.
 * @param {string} dataDir an absolute path
 * @returns {Place}
 */
export function choosePlace(dataDir) {
  if (/["$`\\]/.test(dataDir) && process.platform !== 'win32') {
    throw new Refusal(
      `PostgreSQL cannot work below a folder whose name has a quote, a dollar, a backtick or a backslash (${dataDir}): set DATA_DIR to another, or set DATABASE_URL.`,
    );
  }
  if (!isRoot) {
    makeHome(dataDir, 0o700);
    return { home: dataDir };
  }
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const homes = [dataDir, `/var/lib/softmob-${name}`];
  homes.sort((one, other) => Number(hasCluster(other)) - Number(hasCluster(one)));
  for (const home of homes) {
    const isNew = !fs.existsSync(home);
    makeHome(home, 0o711);
    const account = ownerOf(clusterOf(home)) ?? unprivilegedAccount();
    if (holdsFor('cd "$0"', home, account)) return { home, account };
    if (isNew) fs.rmdirSync(home);
  }
  throw new Refusal(
    `The account that runs PostgreSQL for root can enter neither ${homes.join(' nor ')}: set DATA_DIR to a folder that everybody may enter.`,
  );
}

/** @param {string} home */
export const clusterOf = (home) => path.join(home, 'cluster');

/** @param {string} home */
const hasCluster = (home) => fs.existsSync(clusterOf(home));

/**
 * An ordinary user's database stays theirs when root starts it once.
 * @param {string} cluster
 * @returns {Account | undefined}
 */
function ownerOf(cluster) {
  const stat = fs.statSync(cluster, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined;
}
