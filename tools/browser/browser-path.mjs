import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/**
 * How to launch a browser: the options that Playwright's `chromium.launch` takes.
 * @typedef {{ executablePath: string, env: Record<string, string>, args: string[] }} Browser
 */

const require = createRequire(import.meta.url);

/** Where systems keep a Chrome, a Chromium or an Edge. */
const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/** @returns {Record<string, string>} */
function environment() {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** @returns {{ entry: string, version: string } | undefined} the package that brings a Chromium for Linux on x64 */
function findPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const [folder] = require.resolve('@sparticuz/chromium').split(`${path.sep}build${path.sep}`);
    const { version } = JSON.parse(fs.readFileSync(path.join(folder ?? '', 'package.json'), 'utf8'));
    return { entry: path.join(folder ?? '', 'build', 'esm', 'index.js'), version };
  } catch {
    return undefined;
  }
}

/** @returns {string} a folder of this user's own: what lies there is executed */
function cacheFolder() {
  const candidates = [
    process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'),
    fileURLToPath(new URL('../../node_modules/.cache', import.meta.url)),
  ];
  for (const folder of candidates) {
    try {
      fs.mkdirSync(folder, { recursive: true });
      fs.accessSync(folder, fs.constants.W_OK);
      return folder;
    } catch {
      continue;
    }
  }
  throw new Error(
    `Neither ${candidates.join(' nor ')} can be written: set XDG_CACHE_HOME, or CHROMIUM_PATH to a browser.`,
  );
}

/** @param {string} folder where the unpacked fonts will lie */
const fontsConfiguration = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/**
 * Unpacks the browser beside its place and moves it there whole: of several who do it at once, one wins and all are
 * served, and none ever sees half a browser.
 * @param {string} entry
 * @param {string} folder
 */
async function unpack(entry, folder) {
  const unfinished = fs.mkdtempSync(`${folder}-`);
  try {
    // The variable makes the package bring the libraries that a bare Linux lacks; it must be set before the import.
    const env = { ...environment(), TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
    const program = `const { default: it } = await import(${JSON.stringify(pathToFileURL(entry).href)}); await it.executablePath();`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { env });
    fs.writeFileSync(path.join(unfinished, 'fonts', 'fonts.conf'), fontsConfiguration(folder));
    fs.renameSync(unfinished, folder);
  } catch (reason) {
    if (!fs.existsSync(path.join(folder, 'chromium'))) throw reason;
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * Finds a browser: the one that CHROMIUM_PATH names, else the system's, else the one in an npm package (Linux on x64),
 * unpacked once per version into the user's cache.
 * @returns {Promise<Browser>}
 * @throws {Error} with one sentence that names the mend, if there is none
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !fs.existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, but there is no such file.`);
  const executablePath = named || usualPaths.find((candidate) => fs.existsSync(candidate));
  // Chromium's sandbox does not work for root, nor for a browser that was not installed as the sandbox asks.
  const bare = ['--no-sandbox', '--disable-gpu'];
  if (executablePath) return { executablePath, env: environment(), args: process.getuid?.() === 0 ? bare : [] };
  const found = findPackage();
  if (!found) throw new Error('No Chrome, Chromium or Edge was found: install one, or set CHROMIUM_PATH to it.');
  const folder = path.join(cacheFolder(), `softmob-chromium-${found.version}`);
  if (!fs.existsSync(path.join(folder, 'chromium'))) await unpack(found.entry, folder);
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      ...environment(),
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
    },
    args: bare,
  };
}
