import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { type Harness, startHarness } from './harness';

interface Received {
  readonly to: readonly string[];
  readonly raw: string;
}

const received: Received[] = [];
const turnedAway: string[] = [];
const messageId = (raw: string | undefined) => /^Message-ID: <([\w-]+@softmob\.test)>/m.exec(raw ?? '')?.[1];
/** How many more messages are turned away for now, as a busy server does. */
let busyFor = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, session, done) {
    void text(stream).then((raw) => {
      if (busyFor > 0) {
        busyFor -= 1;
        turnedAway.push(raw);
        done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
        return;
      }
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
      done();
    });
  },
});

let harness: Harness;
beforeAll(async () => {
  const listener = server.listen(0, '127.0.0.1');
  await new Promise<void>((done) => listener.once('listening', done));
  const { port } = listener.address() as AddressInfo;
  harness = await startHarness(`smtp://127.0.0.1:${String(port)}`);
});
afterAll(async () => {
  await harness.close();
  await new Promise<void>((done) => {
    server.close(done);
  });
});

const FORGOT = 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { ok } }';

async function ask(): Promise<string> {
  const { coordinator } = harness.world.own.people;
  await harness.stranger.ask(FORGOT, { input: { email: coordinator } });
  return coordinator;
}

describe('an SMTP server by setting', () => {
  it('gets each e-mail once, as HTML and text, and nothing lies in the outbox', async () => {
    const address = await ask();
    await harness.settle();
    await harness.settle();
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual([address]);
    expect(received[0]?.raw).toMatch(/^From: .*no-reply@softmob\.example/m);
    expect(received[0]?.raw).toContain('Content-Type: text/plain');
    expect(received[0]?.raw).toContain('Content-Type: text/html');
    expect(await harness.mailTo(address)).toBeNull();
  });

  it('is asked again after it was busy, with the same Message-ID, and gets it once', async () => {
    const { pool } = harness.api.runtime;
    received.length = 0;
    busyFor = 1;
    await ask();
    await harness.settle();
    expect(received).toHaveLength(0);
    const waiting = await pool.query('SELECT id FROM mail WHERE sent_at IS NULL');
    expect(waiting.rows).toHaveLength(1);
    await pool.query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE last_error IS NOT NULL');
    await harness.settle();
    expect(received).toHaveLength(1);
    expect(messageId(received[0]?.raw)).toBeDefined();
    expect(messageId(received[0]?.raw)).toBe(messageId(turnedAway[0]));
    expect((await pool.query('SELECT id FROM mail WHERE sent_at IS NULL')).rows).toHaveLength(0);
  });
});
