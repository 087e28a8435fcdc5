import { type ClamdPeer, EICAR, startClamd } from '@softmob/documents-api/storage/clamd-peer.fixture';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { MIB, PART, SCAN, type Headers, uploadDesk } from './upload-desk';

let clamd: ClamdPeer;
let harness: Harness;
let adult: Agent;
beforeAll(async () => {
  clamd = await startClamd();
  harness = await startHarness(null, { clamavUrl: clamd.url });
  harness.api.runtime.log.level = 'silent';
  adult = await harness.as(harness.world.own.people.adult, 'participant');
}, 60_000);
afterAll(async () => {
  await harness.close();
  await clamd.stop();
});

const { parts, stored, tus, announce, begin, sendPart, offsetOf, handOver, whole, refusalOf } = uploadDesk(() => ({
  harness,
}));

describe('what would be refused in the end', () => {
  const before = { parts: 0 };
  beforeEach(() => {
    before.parts = parts().length;
  });
  afterEach(() => {
    expect(parts()).toHaveLength(before.parts);
  });

  it.each([
    [
      'more than 25 MB',
      25 * MIB + 1,
      'application/pdf',
      413,
      'TOO_LARGE',
      undefined,
      'A document holds at most 25 MB.',
    ],
    ['nothing', 0, 'application/pdf', 400, 'VALIDATION', 'FILE_EMPTY', 'file: This file is empty.'],
    ['a film', 9 * MIB, 'video/mp4', 400, 'VALIDATION', 'FILE_TYPE', 'file: Send a PDF, a JPEG or a PNG file.'],
  ])('is refused before the first byte: %s', async (_what, size, type, status, code, fault, message) => {
    const answer = await announce(adult, size, type);
    expect(answer.status).toBe(status);
    const refusal = await refusalOf(answer);
    expect(refusal).toMatchObject({ message, extensions: { code } });
    expect(refusal?.extensions.fields?.[0]?.code).toBe(fault);
  });

  it('is refused with its first bytes where they say something else than was declared', async () => {
    const where = await begin(adult);
    const answer = await sendPart(adult, where, 0, Buffer.from('<html><script>alert(1)</script></html>'));
    expect(answer.status).toBe(400);
    expect((await refusalOf(answer))?.extensions.fields?.[0]?.code).toBe('FILE_TYPE');
    expect((await tus(adult, 'HEAD', where)).status).toBe(404);
  });

  it('is refused where more comes than was told; what came before stays', async () => {
    const where = await begin(adult, 2 * MIB);
    await sendPart(adult, where, 0, SCAN.subarray(0, MIB));
    const answer = await sendPart(adult, where, MIB, SCAN.subarray(MIB, 4 * MIB));
    expect((await refusalOf(answer))?.extensions.fields?.[0]?.code).toBe('FILE_LONGER');
    expect(await offsetOf(adult, where)).toBe(MIB);
    await tus(adult, 'DELETE', where);
  });

  it('is refused at a place where the file does not go on', async () => {
    const where = await begin(adult);
    await sendPart(adult, where, 0, SCAN.subarray(0, MIB));
    for (const from of [0, 2 * MIB]) {
      expect((await sendPart(adult, where, from, SCAN.subarray(from, from + 10))).status).toBe(409);
    }
    expect(await offsetOf(adult, where)).toBe(MIB);
    await tus(adult, 'DELETE', where);
  });

  it('is refused where it is infected, and is kept nowhere', async () => {
    const files = stored().length;
    const where = await whole(adult, Buffer.concat([SCAN, Buffer.from(EICAR)]));
    const answer = await handOver(adult, where);
    expect((await refusalOf(answer))?.extensions.fields?.[0]?.code).toBe('FILE_INFECTED');
    expect(stored()).toHaveLength(files);
    expect((await tus(adult, 'HEAD', where)).status).toBe(404);
  });

  it('stays where only the scanner is away', async () => {
    const where = await whole(adult);
    clamd.manner = 'hang-up';
    expect((await handOver(adult, where)).status).toBe(409);
    clamd.manner = 'look';
    expect((await handOver(adult, where)).status).toBe(201);
  });

  it.each([
    ['another version of the protocol', 'POST', '', { 'tus-resumable': '0.2.2', 'upload-length': '9' }, 412],
    ['no length', 'POST', '', {}, 400],
    ['a length that is none', 'POST', '', { 'upload-length': '-5' }, 400],
    ['a part without its place', 'PATCH', 'own', PART, 400],
    [
      'a part that is declared as something else',
      'PATCH',
      'own',
      { 'content-type': 'text/html', 'upload-offset': '0' },
      415,
    ],
  ])('is refused with %s', async (_what, method, at, headers: Headers, status) => {
    const where = at === 'own' ? await begin(adult) : '/api/uploads';
    expect((await tus(adult, method, where, headers)).status).toBe(status);
  });
});
