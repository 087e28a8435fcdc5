import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { rangeOf } from './deliver';
import { type Files, filesOf } from './files';
import { type S3Peer, startS3 } from './s3-peer.fixture';
import { parseS3Url } from './s3-url';

const HOUR = 3_600_000;
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 'a bit of a page ')]);

let peer: S3Peer;
let dataDir: string;
beforeAll(async () => {
  peer = await startS3();
  dataDir = mkdtempSync(path.join(tmpdir(), 'softmob-files-'));
});
afterAll(async () => {
  await peer.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function keep(files: Files, bytes: Buffer): Promise<string> {
  const received = await files.receive(Readable.from([bytes]));
  const key = await files.keep(received);
  await files.dropReceived(received);
  return key;
}
async function allOf(files: Files, now = Date.now() + 2 * HOUR): Promise<string[]> {
  const keys: string[] = [];
  for await (const portion of files.storage.olderThan(HOUR, now)) keys.push(...portion);
  return keys.sort();
}

describe.each(['a folder', 'an S3-compatible bucket'])('files in %s', (place) => {
  const shelf = (name: string) =>
    filesOf({ dataDir, s3Url: place === 'a folder' ? null : peer.url() }, `${name}-${String(place.length)}`);

  it('come back byte for byte, whole and in part', async () => {
    const files = shelf('whole');
    await files.storage.check();
    const key = await keep(files, PDF);
    expect(await buffer(await files.open(key))).toEqual(PDF);
    expect(await buffer(await files.open(key, { start: 5, end: 9 }))).toEqual(PDF.subarray(5, 10));
    expect(await buffer(await files.open(key, { start: PDF.length - 1, end: PDF.length - 1 }))).toHaveLength(1);
  });

  it('are not there once they are dropped, and dropping again is no fault', async () => {
    const files = shelf('drop');
    const key = await keep(files, PDF);
    await files.drop(key);
    await files.drop(key);
    await expect(files.open(key)).rejects.toThrow();
    expect(await allOf(files)).toEqual([]);
  });

  it('are not there where storing them failed', async () => {
    const files = shelf('fail');
    const received = await files.receive(Readable.from([PDF]));
    await files.dropReceived(received);
    await expect(files.keep(received)).rejects.toThrow();
    expect(await allOf(files)).toEqual([]);
  });

  it('are listed by age, each shelf by itself, without what is still coming in', async () => {
    const files = shelf('age');
    const keys = [await keep(files, PDF), await keep(files, PDF)];
    await keep(shelf('another'), PDF);
    await files.receive(Readable.from([PDF]));
    expect(await allOf(files, Date.now())).toEqual([]);
    expect(await allOf(files)).toEqual([...keys].sort());
  });

  it('are swept with what lies beside them where nobody names them, and no others', async () => {
    const files = shelf('sweep');
    const [kept, orphan] = [await keep(files, PDF), await keep(files, PDF)];
    for (const key of [kept, orphan]) await files.writeBeside(key, '.webp', 'image/webp', Buffer.from('small'));
    await files.sweep(Date.now(), () => Promise.resolve([]));
    expect(await allOf(files)).toHaveLength(4);
    await files.sweep(Date.now() + 2 * HOUR, (keys) => Promise.resolve(keys.filter((key) => key === kept)));
    expect(await allOf(files)).toEqual([kept, `${kept}.webp`]);
  });
});

describe('an S3-compatible storage', () => {
  it('refuses bytes that are not the ones that were announced', async () => {
    const { storage } = filesOf({ dataDir, s3Url: peer.url() });
    const file = path.join(dataDir, 'short');
    writeFileSync(file, PDF.subarray(0, 1_000));
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    await expect(
      storage.put('ab/short', { path: file, mime: 'application/pdf', size: PDF.length, sha256 }),
    ).rejects.toThrow();
    await expect(storage.open('ab/short')).rejects.toThrow();
  });

  it.each([
    ['another key', () => peer.url({ key: 'GUESSED' }), '403'],
    ['no such bucket', () => peer.url({ bucket: 'elsewhere' }), 'there is no bucket "elsewhere"'],
    ['nobody there', () => 'http://KEY:S3RVER@127.0.0.1:59/softmob', 'ECONNREFUSED'],
  ])('with %s says so in one sentence, without the secret', async (_what, url, words) => {
    const error: Error = await filesOf({ dataDir, s3Url: url() })
      .storage.check()
      .then(
        () => new Error('it passed'),
        (refused: Error) => refused,
      );
    expect(error.message).toContain('SOFTMOB_S3_URL cannot be used, 127.0.0.1');
    expect(error.message).toContain(words);
    expect(error.message).not.toMatch(/GUESSED|S3RVER/);
  });

  it.each([
    ['nonsense', 'this is no address'],
    ['ftp://K:S@host/bucket', 'it begins with https: or http:'],
    ['https://host/bucket', 'key and secret stand before the host'],
    ['https://K:hidden@host/', 'the path is the name of the bucket'],
    ['https://K:hidden@host/bucket/folder', 'the path is the name of the bucket'],
    ['https://K:hidden@host/bucket?style=round', 'style is "path" or "virtual"'],
    ['https://K:hidden@host/bucket?regoin=x', '"regoin" is no part of it'],
  ])('at %s is refused before anything else: %s', (url, words) => {
    expect(() => parseS3Url(url)).toThrow(words);
    expect(() => parseS3Url(url)).not.toThrow('hidden');
  });

  it('is named by its address, with the bucket as path or in the host', () => {
    expect(parseS3Url('https://KEY:a%2Fb@s3.example:9000/files?region=fr-par')).toEqual({
      endpoint: 'https://s3.example:9000/files',
      bucket: 'files',
      region: 'fr-par',
      accessKeyId: 'KEY',
      secretAccessKey: 'a/b',
    });
    expect(parseS3Url('https://KEY:S@s3.example/files?style=virtual').endpoint).toBe('https://files.s3.example');
  });
});

describe('a part of a file', () => {
  it.each([
    [undefined, null],
    ['bytes=0-3', { start: 0, end: 3 }],
    ['bytes=4-', { start: 4, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-30', { start: 0, end: 9 }],
    ['bytes=8-99', { start: 8, end: 9 }],
    ['bytes=10-', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=3-1', null],
    ['bytes=0-1,4-5', null],
    ['lines=1-2', null],
    ['bytes=-', null],
  ])('asked for as %s of ten bytes is %j', (header, range) => {
    expect(rangeOf(header, 10)).toEqual(range);
  });
});
