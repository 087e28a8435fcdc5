import { existsSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { Pool } from 'pg';
import { v7 as uuid } from 'uuid';
import { isRunning, makeFolder, runModule } from '../../../tools/postgres/node-child';
import { buildProduct, prepareProduct, type Product } from './product';
import { type SmtpPeer, startSmtpPeer } from './smtp-peer';

const MAILS = 60;
const folder = makeFolder();
const dataDir = path.join(folder, 'data');

interface Database {
  readonly url: string;
  readonly pid: number;
  readonly port: number;
}

/** Starts PostgreSQL in the folder; it outlives the program that starts it. */
async function startDatabase(): Promise<Database> {
  const child = runModule(
    `import { ensurePostgres } from './tools/postgres/postgres.mjs';
     const { url, pid, port } = await ensurePostgres({ dataDir: ${JSON.stringify(dataDir)} });
     console.log(JSON.stringify({ url, pid, port }));`,
  );
  await child.ended;
  if (!child.stdout()) throw new Error(child.stderr());
  return JSON.parse(child.stdout()) as Database;
}

/** A line to the database that can be led to another port: the server keeps one address while the database moves. */
async function startLine(): Promise<{ port: number; lead: (to: number) => void; close: () => Promise<void> }> {
  let target = 0;
  const open = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(target, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    lead: (to) => {
      target = to;
    },
    close: () =>
      new Promise<void>((done) => {
        for (const socket of open) socket.destroy();
        server.close(() => {
          done();
        });
      }),
  };
}

let line: Awaited<ReturnType<typeof startLine>>;
let database: Database;
let product: Product;
let peer: SmtpPeer;
let pool: Pool;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

beforeAll(async () => {
  buildProduct();
  peer = await startSmtpPeer();
  peer.thinks = () => 20;
  line = await startLine();
  database = await startDatabase();
  line.lead(database.port);
  const url = new URL(database.url);
  url.port = String(line.port);
  product = await prepareProduct(url.toString(), peer.url);
  await product.start();
  pool = new Pool({ connectionString: url.toString() });
  pool.on('error', () => undefined);
}, 120_000);
afterAll(async () => {
  await product.kill();
  await pool.end();
  await line.close();
  await peer.close();
  if (existsSync(path.join(dataDir, 'cluster/postmaster.pid'))) process.kill(serverPid(), 'SIGQUIT');
  for (let tries = 0; tries < 100 && isRunning(database.pid); tries += 1) await pause(50);
  rmSync(folder, { recursive: true, force: true });
});

const serverPid = () => Number(readFileSync(path.join(dataDir, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);

async function count(sql: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count ${sql}`);
  return rows[0]?.count ?? -1;
}

/** The same, asked again while the database is away. */
async function patiently(sql: string): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await count(sql).catch(() => null);
    if (found !== null) return found;
    await pause(100);
  }
  throw new Error('The database does not come back.');
}

async function queue(): Promise<void> {
  const ids = Array.from({ length: MAILS }, () => uuid());
  const data = JSON.stringify({ name: 'Ana', url: 'http://softmob.test/x', minutes: 60 });
  await pool.query(
    `WITH m AS (
       INSERT INTO mail (id, recipient, recipient_name, template, locale, data, queued_at, delivery)
       SELECT id, id || '@people.example', 'Ana', 'identity:reset', 'en', $2::jsonb, now(), 'once' FROM unnest($1::uuid[]) AS id
       RETURNING id
     ) SELECT graphile_worker.add_job('mail:send', json_build_object('mailId', id)) FROM m`,
    [ids, data],
  );
}

it('a database killed while e-mails go out: the server goes on by itself, and no e-mail is lost or sent twice', async () => {
  await queue();
  while (peer.received.length < MAILS / 4) await pause(5);
  process.kill(database.pid, 'SIGKILL');
  await pause(1_500);
  const before = peer.received.length;
  expect(before).toBeLessThan(MAILS);
  database = await startDatabase();
  line.lead(database.port);
  const waiting = `FROM mail WHERE sent_at IS NULL AND stuck IS NULL`;
  for (let tries = 0; tries < 600 && (await patiently(waiting)) > 0; tries += 1) {
    await pool.query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()');
    await pause(100);
  }
  expect(await count(waiting)).toBe(0);
  const times = new Map<string, number>();
  for (const { messageId } of peer.received) times.set(messageId, (times.get(messageId) ?? 0) + 1);
  expect([...times.values()].filter((some) => some > 1)).toEqual([]);
  const unclear = await count(`FROM mail WHERE stuck = 'unclear'`);
  expect(await count('FROM mail WHERE sent_at IS NOT NULL')).toBe(MAILS - unclear);
  expect(times.size).toBeGreaterThanOrEqual(MAILS - unclear);
  process.stderr.write(`${String(before)} e-mails before the database came back, ${String(unclear)} unclear\n`);
  // What was under way when the database went away is noted while it comes back.
  expect(unclear).toBeLessThanOrEqual(2);
}, 120_000);
