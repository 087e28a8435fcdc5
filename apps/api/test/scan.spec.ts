import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseClamdUrl } from '@softmob/documents-api/storage/clamd';
import { type ClamdPeer, EICAR, startClamd } from '@softmob/documents-api/storage/clamd-peer.fixture';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';

const CLEAN = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(400_000, 'clean ')]);
const INFECTED = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(100_000), Buffer.from(EICAR)]);

interface Refusal {
  errors: { message: string; extensions: { code: string; reason?: string; fields?: { code: string }[] } }[];
}

let clamd: ClamdPeer;
let harness: Harness;
let adult: Agent;
beforeAll(async () => {
  clamd = await startClamd();
  harness = await startHarness(null, { clamavUrl: clamd.url });
  harness.api.runtime.log.level = 'silent';
  adult = await harness.as(harness.world.own.people.adult, 'participant');
});
afterAll(async () => {
  await harness.close();
  await clamd.stop();
});
beforeEach(() => {
  clamd.manner = 'look';
});

const files = () => {
  const folder = path.join(harness.api.runtime.settings.dataDir, 'files');
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
};
const rows = async (sql: string) => (await harness.api.runtime.pool.query(sql)).rows as Record<string, unknown>[];
const send = (body: Buffer, where = `documents?mobilityId=${harness.world.own.mobilityIds[0]}&kind=identity`) =>
  adult
    .post(`/api/${where}`)
    .set({ 'content-type': 'application/octet-stream', 'x-file-name': 'card.pdf', 'idempotency-key': 'one-and-only' })
    .send(body);
const refusal = ({ body }: { body: unknown }) => (body as Refusal).errors[0]?.extensions;

describe('an upload where a scanner is set up', () => {
  it.each([
    ['a document', undefined],
    ['a file of a message', 'messages/files'],
  ])('that is infected is refused, kept nowhere, and stands in the history: %s', async (_what, where) => {
    const before = await rows(`SELECT id FROM event WHERE type = 'file.infected'`);
    const answer = await send(INFECTED, where).expect(400);
    expect(refusal(answer)).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'file', code: 'FILE_INFECTED' }] });
    expect(files()).toBe(0);
    const events = await rows(
      `SELECT actor_person_id IS NOT NULL AS known, organisation_id IS NOT NULL AS school, after->>'found' AS found, after->>'sha256' AS sha
       FROM event WHERE type = 'file.infected' ORDER BY id`,
    );
    expect(events).toHaveLength(before.length + 1);
    expect(events.at(-1)).toMatchObject({ known: true, school: true, found: 'Eicar-Signature' });
    expect(events.at(-1)?.sha).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['hangs up', 'hang-up'],
    ['could not look at it', 'refuse'],
  ] as const)('is refused while the scanner %s, with word to try again', async (_what, manner) => {
    clamd.manner = manner;
    const answer = await send(CLEAN).expect(409);
    expect(refusal(answer)).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'SCANNER_AWAY' });
    expect(files()).toBe(0);
    expect(await rows('SELECT 1 FROM document')).toEqual([]);
  });

  it('that is clean is seen whole by the scanner and then kept, the same request tried again included', async () => {
    clamd.seen.length = 0;
    await send(CLEAN).expect(201);
    expect(clamd.seen.map((seen) => seen.equals(CLEAN))).toEqual([true]);
    expect(files()).toBe(1);
  });

  it('is refused while nobody answers there', async () => {
    const gone = await startClamd();
    await gone.stop();
    const other = await startHarness(null, { clamavUrl: gone.url });
    other.api.runtime.log.level = 'silent';
    const error = jest.spyOn(other.api.runtime.log, 'error');
    const { own } = other.world;
    const answer = await (
      await other.as(own.people.adult, 'participant')
    )
      .post(`/api/documents?mobilityId=${own.mobilityIds[0]}&kind=identity`)
      .set({ 'content-type': 'application/octet-stream' })
      .send(CLEAN)
      .expect(409);
    expect(refusal(answer)).toMatchObject({ reason: 'SCANNER_AWAY' });
    expect(error).toHaveBeenCalledWith(expect.anything(), 'an upload was refused: the virus scanner gave no verdict');
    await other.close();
  });
});

describe('the address of the scanner', () => {
  it('is a host or a socket', () => {
    expect(parseClamdUrl('tcp://clamav')).toEqual({ host: 'clamav', port: 3310 });
    expect(parseClamdUrl('tcp://[::1]:99')).toEqual({ host: '::1', port: 99 });
    expect(parseClamdUrl('unix:///run/clamd.sock')).toEqual({ path: '/run/clamd.sock' });
  });

  it.each(['clamav:3310', 'http://clamav:3310', 'tcp://clamav/path', 'unix://', ''])('is not %j', (address) => {
    expect(() => parseClamdUrl(address)).toThrow('SOFTMOB_CLAMAV reads');
  });
});
