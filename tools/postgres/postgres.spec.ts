import fs from 'node:fs';
import path from 'node:path';
import { isRunning, makeFolder, runModule, type NodeChild } from './node-child';

interface Facts {
  pid: number;
  port: number;
  adopted: boolean;
  encoding: string;
  provider: string;
}

const folder = makeFolder();
const dataDir = path.join(folder, 'data');
const cluster = path.join(dataDir, 'cluster');

/** Uses the database until its input is closed; then it stops the server, or leaves without a word. */
const use = (leave = false, env: NodeJS.ProcessEnv = {}): NodeChild =>
  runModule(
    `
    import pg from 'pg';
    import { ensurePostgres } from './tools/postgres/postgres.mjs';
    const { url, pid, port, adopted, stop } = await ensurePostgres({ dataDir: process.env.TEST_DIR });
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query(
      "SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider FROM pg_database WHERE datname = 'softmob'",
    );
    await client.end();
    console.log(JSON.stringify({ pid, port, adopted, ...rows[0] }) + '.');
    process.stdin.resume().on('end', async () => {
      if (!${leave}) await stop();
    });
  `,
    { TEST_DIR: dataDir, ...env },
  );

const facts = async (child: NodeChild): Promise<Facts> => {
  await child.says('}.');
  return JSON.parse(child.stdout().trim().slice(0, -1)) as Facts;
};

const finish = (child: NodeChild) => {
  child.process.stdin?.end();
  return child.ended;
};

jest.setTimeout(60_000);
afterAll(async () => {
  await finish(use());
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('PostgreSQL from npm packages', () => {
  it('starts in UTF-8 with ICU on a path with spaces without LANG, and one server serves three who start at once', async () => {
    const children = [use(), use(false, { LANG: undefined, LC_ALL: undefined }), use()];
    const seen = await Promise.all(children.map(facts));
    expect(seen.map(({ adopted }) => adopted).sort()).toEqual([false, true, true]);
    expect(new Set(seen.map(({ pid }) => pid)).size).toBe(1);
    expect(seen[0]).toMatchObject({ encoding: 'UTF8', provider: 'i' });
    const [first, ...others] = children as [NodeChild, ...NodeChild[]];
    expect(await finish(first)).toBe(0);
    expect(isRunning(seen[0]?.pid ?? 0)).toBe(true);
    expect(await Promise.all(others.map(finish))).toEqual([0, 0]);
    expect(isRunning(seen[0]?.pid ?? 0)).toBe(false);
  });

  it('keeps a generated password that only its owner can read', () => {
    const file = path.join(dataDir, 'password');
    expect(fs.readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{48}$/);
    expect(fs.statSync(file).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
  });

  it('adopts a server that was left running, also when the one who used it was killed', async () => {
    const killed = use();
    const { pid } = await facts(killed);
    killed.process.kill('SIGKILL');
    await killed.ended;
    const left = use(true);
    expect(await facts(left)).toMatchObject({ pid, adopted: true });
    await finish(left);
    expect(isRunning(pid)).toBe(true);
    const next = use();
    expect(await facts(next)).toMatchObject({ pid, adopted: true });
    await finish(next);
    expect(isRunning(pid)).toBe(false);
  });

  // Only there does a process tell when it was born.
  if (process.platform === 'linux') {
    it('starts although a note left by a loss of power names a process that is another program now', async () => {
      const note = [process.pid, cluster, 1_700_000_000, 5432, '', '127.0.0.1', '', 'ready'].join('\n');
      fs.writeFileSync(path.join(cluster, 'postmaster.pid'), note);
      const child = use();
      expect((await facts(child)).adopted).toBe(false);
      expect(await finish(child)).toBe(0);
    });
  }
});

describe('a claim', () => {
  const claims = path.join(folder, 'claims');
  const claimIt = (patienceMs: number) =>
    runModule(
      `
      import { claimAlone } from './tools/postgres/claim.mjs';
      const refusal = ({ pid, note }) => pid + ' holds it for ' + note;
      await claimAlone(process.env.CLAIMS, { patienceMs: ${patienceMs}, note: 'ever', refusal }).then(
        () => console.log('mine.'),
        (reason) => console.log(reason.message + '.'),
      );
      process.stdin.resume();
    `,
      { CLAIMS: claims },
    );

  it('is refused while its holder lives, and free once the holder was killed', async () => {
    const holder = claimIt(0);
    await holder.says('mine.');
    const second = claimIt(100);
    await second.says(`${holder.process.pid} holds it for ever.`);
    await finish(second);
    holder.process.kill('SIGKILL');
    await holder.ended;
    const third = claimIt(0);
    await third.says('mine.');
    await finish(third);
  });

  // Windows does not tell when a process was born.
  if (process.platform !== 'win32') {
    it('is free when its process id belongs to a process that was born later', async () => {
      fs.rmSync(claims, { recursive: true });
      fs.mkdirSync(claims);
      fs.writeFileSync(path.join(claims, `${process.pid}-1-0badc0de`), '');
      const child = claimIt(0);
      await child.says('mine.');
      await finish(child);
    });
  }
});
