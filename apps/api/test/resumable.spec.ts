import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ClamdPeer, startClamd } from '@softmob/documents-api/storage/clamd-peer.fixture';
import { Upload } from 'tus-js-client';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { buildProduct, prepareProduct } from './product';
import { MIB, SCAN, uploadDesk } from './upload-desk';

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

const {
  rows,
  folder,
  parts,
  stored,
  documents,
  forDocument,
  tus,
  metadata,
  begin,
  sendPart,
  offsetOf,
  idIn,
  handOver,
  whole,
  refusalOf,
  breakOff,
} = uploadDesk(() => ({ harness }));

describe('a large file', () => {
  it('goes on where the connection broke, and becomes one document, whole, under its name', async () => {
    const where = await begin(adult);
    await breakOff(adult, where, 0, SCAN.subarray(0, 2 * MIB), 'break');
    const arrived = await offsetOf(adult, where);
    expect(arrived).toBe(2 * MIB);
    expect((await sendPart(adult, where, arrived, SCAN.subarray(arrived, 3 * MIB))).status).toBe(204);
    const last = await sendPart(adult, where, 3 * MIB, SCAN.subarray(3 * MIB));
    expect(last.headers.get('upload-offset')).toBe(String(SCAN.length));

    const answer = await handOver(adult, where);
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    const sha256 = createHash('sha256').update(SCAN).digest('hex');
    expect(await documents()).toEqual([{ id, sha256, fileName: 'scan.pdf' }]);
    expect(readFileSync(stored()[0] ?? '').equals(SCAN)).toBe(true);
    expect(parts()).toEqual([]);
    expect(clamd.seen.some((seen) => seen.equals(SCAN))).toBe(true);
    expect(await rows('SELECT type FROM event WHERE subject_id = $1', [id])).toEqual([{ type: 'document.uploaded' }]);
  });

  it('goes on also while the server still believes in the connection that was lost', async () => {
    const where = await begin(adult);
    const lost = await breakOff(adult, where, 0, SCAN.subarray(0, MIB), 'hang');
    expect(await offsetOf(adult, where)).toBe(MIB);
    expect((await sendPart(adult, where, MIB, SCAN.subarray(MIB))).status).toBe(204);
    lost.destroy();
    await tus(adult, 'DELETE', where);
  });

  it('goes up with a client of the protocol that is not ours', async () => {
    const done = new Promise<string>((resolve, reject) => {
      const upload = new Upload(SCAN, {
        endpoint: `${harness.baseUrl}/api/uploads`,
        headers: { cookie: adult.cookie, 'x-softmob-acting-as': adult.actingAs },
        metadata: { filename: 'passport.pdf', filetype: 'application/pdf' },
        chunkSize: MIB,
        onError: reject,
        onSuccess: () => {
          resolve(new URL(upload.url ?? '').pathname);
        },
      });
      upload.start();
    });
    expect((await handOver(adult, await done)).status).toBe(201);
    expect((await documents()).at(-1)?.fileName).toBe('passport.pdf');
  });

  it('handed over twice, one after the other or at once, is one document', async () => {
    const where = await whole(adult);
    const before = (await documents()).length;
    const files = stored().length;
    const answers = await Promise.all([handOver(adult, where), handOver(adult, where)]);
    const again = await handOver(adult, where);
    expect([...answers, again].map(({ status }) => status)).toEqual([201, 201, 201]);
    const ids = await Promise.all(
      [...answers, again].map(async (answer) => ((await answer.json()) as { id: string }).id),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await documents()).toHaveLength(before + 1);
    expect(stored()).toHaveLength(files + 1);
  });

  it('whose process died between the document and the answer is one document', async () => {
    const where = await whole(adult);
    const bytes = path.join(folder(), idIn(where));
    const first = (await (await handOver(adult, where)).json()) as { id: string };
    // As a kill leaves it: the document is there, the upload knows nothing of it yet.
    writeFileSync(bytes, SCAN);
    await rows('UPDATE upload SET result = NULL WHERE id = $1', [idIn(where)]);
    const files = stored().length;
    const again = await handOver(adult, where);
    expect(await again.json()).toEqual(first);
    expect(stored()).toHaveLength(files);
  });

  it('becomes one thing: no second route takes it', async () => {
    const where = await whole(adult);
    expect((await handOver(adult, where)).status).toBe(201);
    const refused = await handOver(adult, where, '/api/messages/files');
    expect(refused.status).toBe(409);
    expect((await refusalOf(refused))?.extensions.reason).toBe('UPLOAD_USED');
  });

  it('waits for the mend where what was said beside it is refused, and need not be sent again', async () => {
    const where = await whole(adult);
    expect((await handOver(adult, where, forDocument('&expiresOn=2020-01-01'))).status).toBe(400);
    expect((await handOver(adult, where)).status).toBe(201);
  });

  it('can be a file of a message as well', async () => {
    const where = await whole(adult);
    expect((await handOver(adult, where, '/api/messages/files')).status).toBe(201);
    expect(await rows('SELECT size FROM message_file ORDER BY created_at DESC LIMIT 1')).toEqual([
      { size: SCAN.length },
    ]);
  });

  it('is not taken in while parts are missing', async () => {
    const where = await begin(adult);
    expect((await refusalOf(await handOver(adult, where)))?.extensions.reason).toBe('UPLOAD_INCOMPLETE');
    await sendPart(adult, where, 0, SCAN.subarray(0, MIB));
    expect((await refusalOf(await handOver(adult, where)))?.extensions.reason).toBe('UPLOAD_INCOMPLETE');
    expect(await offsetOf(adult, where)).toBe(MIB);
    expect((await tus(adult, 'DELETE', where)).status).toBe(204);
  });
});

describe('a server that is killed', () => {
  it('goes on with an upload where it stood, and takes it in once', async () => {
    buildProduct();
    const product = await prepareProduct(harness.databaseUrl, 'smtp://127.0.0.1:9');
    const at = product.baseUrl;
    await product.start();
    const begun = await tus(
      adult,
      'POST',
      '/api/uploads',
      { 'upload-length': String(SCAN.length), 'upload-metadata': metadata('killed.pdf', 'application/pdf') },
      undefined,
      at,
    );
    const where = begun.headers.get('location') ?? '';
    expect((await sendPart(adult, where, 0, SCAN.subarray(0, 2 * MIB), at)).status).toBe(204);
    await product.kill();
    await product.start();
    expect(await offsetOf(adult, where, at)).toBe(2 * MIB);
    expect((await sendPart(adult, where, 2 * MIB, SCAN.subarray(2 * MIB), at)).status).toBe(204);

    const before = (await documents()).length;
    const answer = handOver(adult, where, forDocument(), at).catch(() => null);
    await new Promise((later) => setTimeout(later, 40));
    await product.kill();
    await answer;
    await product.start();
    const again = await handOver(adult, where, forDocument(), at);
    expect(again.status).toBe(201);
    expect(await documents()).toHaveLength(before + 1);
    expect((await documents()).at(-1)?.fileName).toBe('killed.pdf');
    await product.kill();
  }, 180_000);
});
