import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { filesOf } from '@softmob/documents-api';
import { type S3Peer, startS3 } from '@softmob/documents-api/storage/s3-peer.fixture';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 'page after page ')]);
const SHA = createHash('sha256').update(PDF).digest('hex');
const HOUR = 3_600_000;

let s3: S3Peer;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

describe.each(['the data folder', 'an S3-compatible bucket'])('documents in %s', (place) => {
  let harness: Harness;
  let adult: Agent;
  let minor: Agent;
  beforeAll(async () => {
    const settings = {
      dataDir: mkdtempSync(path.join(tmpdir(), 'softmob-')),
      s3Url: place === 'the data folder' ? null : s3.url(),
    };
    harness = await startHarness(null, settings);
    const { people } = harness.world.own;
    adult = await harness.as(people.adult, 'participant');
    minor = await harness.as(people.minor, 'participant');
  });
  afterAll(() => harness.close());

  const files = () => filesOf(harness.api.runtime.settings);
  const keys = async () => {
    const found: string[] = [];
    for await (const portion of files().storage.olderThan(0, Date.now() + HOUR)) found.push(...portion);
    return found.sort();
  };
  const send = (body: Buffer, headers: Record<string, string> = {}, query: Record<string, string> = {}) =>
    adult
      .post(
        `/api/documents?${new URLSearchParams({ mobilityId: harness.world.own.mobilityIds[0], kind: 'identity', ...query }).toString()}`,
      )
      .set({ 'content-type': 'application/octet-stream', 'x-file-name': 'card.pdf', ...headers })
      .send(body);
  const upload = async () => ((await send(PDF).expect(201)).body as { id: string }).id;
  const get = (id: string, headers: Record<string, string> = {}, who = adult) =>
    who.get(`/api/documents/${id}`).set(headers).buffer(true);

  it('come back as they were sent, named, and so that they can run nothing', async () => {
    const answer = await get(await upload()).expect(200);
    expect(answer.body).toEqual(PDF);
    expect(answer.headers).toMatchObject({
      'content-length': String(PDF.length),
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="card.pdf"; filename*=UTF-8''card.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      etag: `"${SHA}"`,
    });
  });

  it('come in the part that is asked for, and say so where there is none', async () => {
    const id = await upload();
    const part = await get(id, { range: 'bytes=100-199' }).expect(206);
    expect(part.body).toEqual(PDF.subarray(100, 200));
    expect(part.headers).toMatchObject({
      'content-range': `bytes 100-199/${String(PDF.length)}`,
      'content-length': '100',
    });
    const rest = await get(id, { range: 'bytes=-10', 'if-range': `"${SHA}"` }).expect(206);
    expect(rest.body).toEqual(PDF.subarray(-10));
    const changed = await get(id, { range: 'bytes=-10', 'if-range': '"another"' }).expect(200);
    expect(changed.body).toHaveLength(PDF.length);
    const beyond = await get(id, { range: `bytes=${String(PDF.length)}-` }).expect(416);
    expect(beyond.headers['content-range']).toBe(`bytes */${String(PDF.length)}`);
  });

  it('are not sent again to whoever has them, and are not told to whoever may not read them', async () => {
    const id = await upload();
    const again = await get(id, { 'if-none-match': `W/"x", "${SHA}"` }).expect(304);
    expect(again.headers['content-length']).toBeUndefined();
    for (const headers of [{ 'if-none-match': `"${SHA}"` }, { range: 'bytes=0-1' }, {}] as Record<string, string>[]) {
      await get(id, headers, minor).expect(404);
      await get(id, headers, harness.stranger).expect(403);
    }
  });

  it('leave nothing behind where they are refused, and one file where they are sent twice under one key', async () => {
    const before = await keys();
    await send(PDF, {}, { replaces: '00000000-0000-4000-8000-000000000000' }).expect(404);
    await send(Buffer.from('<svg onload="x()"/>')).expect(400);
    expect(await keys()).toEqual(before);
    const once = await send(PDF, { 'idempotency-key': 'one' }).expect(201);
    const twice = await send(PDF, { 'idempotency-key': 'one' }).expect(201);
    expect(twice.body).toEqual(once.body);
    expect(await keys()).toHaveLength(before.length + 1);
  });

  it('are swept where no row names them, and only then', async () => {
    const kept = await keys();
    const orphan = await files().write(PDF);
    expect(await keys()).toHaveLength(kept.length + 1);
    const { clock } = harness.api.runtime;
    const real = jest.spyOn(clock, 'real').mockReturnValue(new Date(Date.now() + 2 * HOUR));
    await harness.api.runtime.pool.query(
      `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()`,
    );
    await harness.settle();
    real.mockRestore();
    expect(await keys()).toEqual(kept);
    await expect(files().open(orphan)).rejects.toThrow();
  });
});

describe('a storage that is away', () => {
  it('refuses an upload without a row, and a download without a word of where it lies', async () => {
    const peer = await startS3();
    const harness = await startHarness(null, { s3Url: peer.url() });
    const { own } = harness.world;
    const adult = await harness.as(own.people.adult, 'participant');
    const send = () =>
      adult
        .post(`/api/documents?mobilityId=${own.mobilityIds[0]}&kind=identity`)
        .set({ 'content-type': 'application/octet-stream' })
        .send(PDF);
    const { id } = (await send().expect(201)).body as { id: string };
    await peer.stop();
    harness.api.runtime.log.level = 'silent';
    const refused = [await send().expect(500), await adult.get(`/api/documents/${id}`).expect(500)];
    for (const { body } of refused) {
      expect(body).toEqual({
        errors: [{ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } }],
      });
    }
    const { rows } = await harness.api.runtime.pool.query('SELECT id FROM document');
    expect(rows).toEqual([{ id }]);
    await harness.close();
  });
});
