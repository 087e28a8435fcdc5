import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { isRunning, makeFolder, root, runModule, runNode, type NodeChild } from '../postgres/node-child';

const folder = makeFolder();
const dataDir = path.join(folder, 'data');
const standIn = path.join(folder, 'main.mjs');
const children: NodeChild[] = [];
let port = 0;

/** Starts the product with a stand-in for the API: it serves, and with DIE set it ends by itself with that code. */
const start = (env: NodeJS.ProcessEnv = {}): NodeChild => {
  const settings = { SOFTMOB_API_MAIN: standIn, DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: undefined };
  const child = runNode(['tools/start/start.mjs'], { ...settings, ...env });
  children.push(child);
  return child;
};

const pids = (child: NodeChild): number[] => [...child.stdout().matchAll(/pid (\d+)/g)].map(([, pid]) => Number(pid));
const serverPid = () =>
  Number(fs.readFileSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

async function until(condition: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  return condition();
}

function listen(): Promise<net.Server> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
}

const portOf = (server: net.Server): number => (server.address() as net.AddressInfo).port;

jest.setTimeout(60_000);
beforeAll(async () => {
  const probe = await listen();
  port = portOf(probe);
  await new Promise((resolve) => probe.close(resolve));
  fs.writeFileSync(
    standIn,
    `
    import http from 'node:http';
    http.createServer((_, response) => response.end()).listen(Number(process.env.PORT), () => {
      console.log('pid ' + process.pid + ' demo ' + process.env.SOFTMOB_DEMO + ' at ' + process.env.DATABASE_URL + ' ready.');
      if (process.env.DIE) process.exit(Number(process.env.DIE));
    });
    process.on('SIGTERM', () => { console.log('good-bye.'); process.exit(0); });
  `,
  );
});
afterAll(async () => {
  for (const child of children) child.process.kill('SIGTERM');
  await Promise.all(children.map((child) => child.ended));
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  it('serves with a database, refuses a second start in one sentence, and leaves nothing running after Ctrl-C', async () => {
    const child = start();
    await child.says('ready.');
    expect(child.stdout()).toMatch(/demo 1 at postgres:\/\/softmob:\w+@127\.0\.0\.1:\d+\/softmob ready/);
    const running = [...pids(child), serverPid()];
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.stderr()).toBe(
      `SoftMob already runs on ${dataDir} (process ${child.process.pid}, http://localhost:${port}): stop that one with Ctrl-C first.\n`,
    );
    child.process.kill('SIGINT');
    expect(await child.ended).toBe(0);
    expect(child.stdout()).toContain('good-bye.');
    expect(running.map(isRunning)).toEqual([false, false]);
  });

  it('stops the API even when it is killed itself, and adopts the database at the next start', async () => {
    const killed = start();
    await killed.says('ready.');
    const [api = 0] = pids(killed);
    const database = serverPid();
    killed.process.kill('SIGKILL');
    expect(await until(() => !isRunning(api))).toBe(true);
    const next = start();
    await next.says('ready.');
    expect(serverPid()).toBe(database);
    next.process.kill('SIGHUP');
    expect(await next.ended).toBe(0);
    expect(isRunning(database)).toBe(false);
  });

  // npm puts no shell in between on Windows.
  if (process.platform !== 'win32') {
    it('stops when npm was told to end, which takes only the shell between them along', async () => {
      const program = `process.stdout.write('shell ' + require('child_process').spawn(process.execPath,
      ['tools/start/start.mjs'], { stdio: 'inherit' }).pid + ';')`;
      const settings = { SOFTMOB_API_MAIN: standIn, DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: undefined };
      const shell = runNode(['-e', program], { ...settings, npm_lifecycle_event: 'start' });
      await shell.says('ready.');
      const running = [...pids(shell), serverPid(), Number(/shell (\d+)/.exec(shell.stdout())?.[1])];
      expect(running.map(isRunning)).toEqual([true, true, true]);
      shell.process.kill('SIGKILL');
      expect(await until(() => !running.some(isRunning))).toBe(true);
    });
  }

  it('says that the API ended by itself, gives its exit code and stops the database', async () => {
    const child = start({ DIE: '7', SOFTMOB_DEMO: '0' });
    expect(await child.ended).toBe(7);
    expect(child.stdout()).toContain('demo 0');
    expect(child.stderr()).toBe("SoftMob's API ended by itself (exit code 7): what it said last stands above.\n");
    expect(fs.existsSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false);
  });

  it('refuses a busy port and a senseless one in one sentence', async () => {
    const busy = await listen();
    const refused = start({ PORT: String(portOf(busy)) });
    expect(await refused.ended).toBe(1);
    expect(refused.stderr()).toMatch(
      /^Port \d+ is in use: stop the program there, or choose another with PORT=\d+ npm start\.\n$/,
    );
    busy.close();
    const senseless = start({ PORT: 'x' });
    expect(await senseless.ended).toBe(1);
    expect(senseless.stderr()).toBe('PORT is "x", but a port is a number from 1 to 65535: try PORT=3000.\n');
  });

  it.each([
    ['no address', 'nonsense', /^DATABASE_URL is no address of a PostgreSQL: write it like postgres:\/\/\S+\.\n$/],
    [
      'nothing there',
      'postgres://u:secret@127.0.0.1:1/x',
      /^DATABASE_URL cannot be used: nothing answers at 127\.0\.0\.1:1: .+\.\n$/,
    ],
  ])('refuses a DATABASE_URL with %s in one sentence', async (_, url, sentence) => {
    const child = start({ DATABASE_URL: url });
    expect(await child.ended).toBe(1);
    expect(child.stderr()).toMatch(sentence);
    expect(child.stderr()).not.toContain('secret');
  });

  it('accepts the versions of Node.js that package.json names, and no older ones', async () => {
    const { engines } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      engines: { node: string };
    };
    const child = runModule(`
      import { isSupportedNode, supportedNode } from './tools/start/node-version.mjs';
      const versions = ['18.20.8', '20.18.3', '20.19.0', '21.7.3', '22.11.0', '22.12.0', '24.0.0'];
      console.log(JSON.stringify({ supportedNode, supported: versions.filter(isSupportedNode) }));
    `);
    await child.ended;
    expect(JSON.parse(child.stdout())).toEqual({
      supportedNode: engines.node,
      supported: ['20.19.0', '22.12.0', '24.0.0'],
    });
  });
});
