import { createCanvas, loadImage } from '@napi-rs/canvas';
import { filesOf } from '@softmob/documents-api';
import { Draughtsman } from '@softmob/documents-api/thumbnail/draughtsman';
import { scannedPage } from '../story/abroad';
import { documentDesk } from './document-desk';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { setStage } from './world';

let harness: Harness;
let adult: Agent;
beforeAll(async () => {
  harness = await startHarness();
  adult = await harness.as(harness.world.own.people.adult, 'participant');
});
afterAll(() => harness.close());

const { pool, adultId, upload, readersOf } = documentDesk(() => ({ harness }));
const sent = (body: Buffer, more: Record<string, string> = {}) => upload(adult, adultId(), more, body);

/** Works the queue, what is planned for later included. */
async function draw(): Promise<void> {
  await pool().query(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()`);
  await harness.settle();
}
async function thumbnailOf(id: string): Promise<string | undefined> {
  const { rows } = await pool().query<{ thumbnail: string }>('SELECT thumbnail FROM document WHERE id = $1', [id]);
  return rows[0]?.thumbnail;
}
const get = (id: string, who = adult) => who.get(`/api/documents/${id}/thumbnail`).buffer(true);

/** A photo that was taken lying on its side, red at the left, with the place where it was taken. */
async function photo(): Promise<Buffer> {
  const canvas = createCanvas(1_200, 600);
  const context = canvas.getContext('2d');
  context.fillStyle = 'blue';
  context.fillRect(0, 0, 1_200, 600);
  context.fillStyle = 'red';
  context.fillRect(0, 0, 600, 600);
  const plain = await canvas.encode('jpeg', 90);
  const entry = (tag: number, type: number, count: number, value: number[]) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    Buffer.from(value).copy(bytes, 8);
    return bytes;
  };
  const tiff = Buffer.concat([
    Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 2]),
    entry(0x0112, 3, 1, [0, 6]),
    entry(0x8825, 4, 1, [0, 0, 0, 38]),
    Buffer.from([0, 0, 0, 0, 0, 1]),
    entry(0x001d, 2, 4, [...Buffer.from('GPS!')]),
    Buffer.from([0, 0, 0, 0]),
  ]);
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 0]), Buffer.from('Exif\0\0'), tiff]);
  exif.writeUInt16BE(exif.length - 2, 2);
  return Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)]);
}

/** A PNG that says of itself that it is so large. */
async function claiming(width: number, height: number): Promise<Buffer> {
  const bytes = await createCanvas(10, 10).encode('png');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('a thumbnail', () => {
  it('of a photo stands upright, is small, and says nothing of where the photo was taken', async () => {
    const file = await photo();
    expect(file.includes('GPS!')).toBe(true);
    const id = await sent(file);
    await get(id).expect(404);
    await draw();
    const answer = await get(id).expect(200);
    const bytes = answer.body as Buffer;
    expect(bytes.length).toBeLessThan(20_000);
    expect(bytes.includes('GPS!') || bytes.includes('Exif')).toBe(false);
    const picture = await loadImage(bytes);
    expect([picture.width, picture.height]).toEqual([128, 256]);
    const canvas = createCanvas(128, 256);
    canvas.getContext('2d').drawImage(picture, 0, 0);
    const [red, , blue] = canvas.getContext('2d').getImageData(64, 40, 1, 1).data;
    expect((red ?? 0) > 200 && (blue ?? 255) < 60).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, no-cache',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    await get(id).set('if-none-match', String(answer.headers.etag)).expect(304);
  });

  it('of a PDF is its first page', async () => {
    const id = await sent(scannedPage('IDENTITY CARD'));
    await draw();
    const picture = await loadImage((await get(id).expect(200)).body as Buffer);
    expect([picture.width, picture.height]).toEqual([181, 256]);
    const canvas = createCanvas(181, 256);
    canvas.getContext('2d').drawImage(picture, 0, 0);
    const { data } = canvas.getContext('2d').getImageData(0, 0, 181, 60);
    expect(Math.max(...data)).toBe(255);
    expect(data.filter((value, at) => at % 4 === 0 && value < 128).length).toBeGreaterThan(20);
  });

  it('is none where the file cannot be drawn, and what comes after it has one', async () => {
    const bomb = await sent(await claiming(60_000, 60_000));
    const liar = await sent(await claiming(5_000, 5_000));
    const broken = await sent(Buffer.from('%PDF-1.7\nan identity card\n%%EOF'));
    const half = await sent((await photo()).subarray(0, 900));
    const good = await sent(await createCanvas(40, 20).encode('png'));
    await draw();
    expect(await Promise.all([bomb, broken, good].map(thumbnailOf))).toEqual(['none', 'none', 'made']);
    for (const id of [liar, half]) expect(await thumbnailOf(id)).not.toBe('waiting');
    await get(bomb).expect(404);
    const picture = await loadImage((await get(good).expect(200)).body as Buffer);
    expect([picture.width, picture.height]).toEqual([40, 20]);
  });

  it('is none where drawing takes too long, and the next file gets a process of its own', async () => {
    const hasty = new Draughtsman(1);
    expect(await hasty.draw('image/jpeg', await photo())).toBeNull();
    expect(await hasty.draw('image/jpeg', await photo())).toBeNull();
    const patient = new Draughtsman();
    expect(await patient.draw('image/jpeg', await photo())).not.toBeNull();
    hasty.stop();
    patient.stop();
  });

  it('is made once: running again changes nothing, and a file that cannot be read waits for another try', async () => {
    const [kept, lost] = [await sent(await photo()), await sent(await photo())];
    const { rows } = await pool().query<{ key: string }>('SELECT storage_key AS key FROM document WHERE id = $1', [
      lost,
    ]);
    await filesOf(harness.api.runtime.settings).drop(rows[0]?.key ?? '');
    harness.api.runtime.log.level = 'silent';
    await draw();
    expect([await thumbnailOf(kept), await thumbnailOf(lost)]).toEqual(['made', 'waiting']);
    const first = await get(kept).expect(200);
    await pool().query('DELETE FROM document WHERE id = $1', [lost]);
    await draw();
    expect((await get(kept).expect(200)).body).toEqual(first.body);
  });

  it('is seen by exactly those who may read the file', async () => {
    const id = await sent(await photo(), { forHost: 'true' });
    await draw();
    const readers = () => readersOf((who) => get(id, who));
    await setStage(pool(), adultId(), 'selected');
    expect(await readers()).toEqual(['adult', 'coordinator']);
    await setStage(pool(), adultId(), 'confirmed');
    expect(await readers()).toEqual(['adult', 'host', 'coordinator']);
    await get('00000000-0000-4000-8000-000000000000').expect(404);
    await get('..%2f..%2fpasswd').expect(404);
  });
});
