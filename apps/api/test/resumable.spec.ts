import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { type Audience } from '@softmob/access';
import { systemContext } from '@softmob/api-kit';
import { type ClamdPeer, EICAR, startClamd } from '@softmob/documents-api/storage/clamd-peer.fixture';
import { Upload } from 'tus-js-client';
import { v7 as uuid } from 'uuid';
import { type Harness, startHarness } from './harness';
import { type Agent, agent } from './http';
import { buildProduct, prepareProduct } from './product';

const MIB = 1024 * 1024;
const SCAN = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(6 * MIB, 'a scan of many pages ')]);
const PART = { 'content-type': 'application/offset+octet-stream' };

interface Refusal {
  errors: {
    message: string;
    extensions: { code: string; reason?: string; fields?: { path: string; code: string; message: string }[] };
  }[];
}

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

const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await harness.api.runtime.pool.query<Row>(sql, values)).rows;
const folder = () => path.join(harness.api.runtime.settings.dataDir, 'uploads');
const parts = () => (existsSync(folder()) ? readdirSync(folder()) : []);
const stored = () => {
  const shelf = path.join(harness.api.runtime.settings.dataDir, 'files', 'documents');
  const entries = existsSync(shelf) ? readdirSync(shelf, { recursive: true, withFileTypes: true }) : [];
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
};
const documents = () =>
  rows<{ id: string; sha256: string; fileName: string }>(
    'SELECT id, sha256, file_name AS "fileName" FROM document ORDER BY id',
  );
const forDocument = (more = '') => `/api/documents?mobilityId=${harness.world.own.mobilityIds[0]}&kind=other${more}`;

type Headers = Record<string, string>;
const headersOf = (who: Agent, more: Headers = {}): Headers => ({
  cookie: who.cookie,
  'x-softmob-acting-as': who.actingAs,
  'tus-resumable': '1.0.0',
  ...more,
});
/** A request of the protocol, as this person’s browser sends it. */
const tus = (who: Agent, method: string, where: string, more?: Headers, body?: Buffer, baseUrl = harness.baseUrl) =>
  fetch(baseUrl + where, { method, headers: headersOf(who, more), ...(body ? { body: new Uint8Array(body) } : {}) });
const metadata = (name: string, type: string) =>
  [`filename ${Buffer.from(name).toString('base64')}`, `filetype ${Buffer.from(type).toString('base64')}`].join(',');
const announce = (who: Agent, size: number, type = 'application/pdf', name = 'scan.pdf') =>
  tus(who, 'POST', '/api/uploads', { 'upload-length': String(size), 'upload-metadata': metadata(name, type) });
async function begin(who: Agent, size = SCAN.length): Promise<string> {
  const answer = await announce(who, size);
  expect(answer.status).toBe(201);
  return answer.headers.get('location') ?? '';
}
const sendPart = (who: Agent, where: string, from: number, body: Buffer, baseUrl?: string) =>
  tus(who, 'PATCH', where, { ...PART, 'upload-offset': String(from) }, body, baseUrl);
async function offsetOf(who: Agent, where: string, baseUrl?: string): Promise<number> {
  const answer = await tus(who, 'HEAD', where, {}, undefined, baseUrl);
  expect(answer.status).toBe(200);
  return Number(answer.headers.get('upload-offset'));
}
const idIn = (where: string) => where.split('/').at(-1) ?? '';
const handOver = (who: Agent, where: string, route = forDocument(), baseUrl?: string) =>
  tus(who, 'POST', route, { 'x-softmob-upload': idIn(where) }, undefined, baseUrl);
const whole = async (who: Agent, file = SCAN) => {
  const where = await begin(who, file.length);
  expect((await sendPart(who, where, 0, file)).status).toBe(204);
  return where;
};
const refusalOf = async (answer: Response) => ((await answer.json()) as Refusal).errors[0];

/** Sends the beginning of a part that was said to be longer, and lets the connection break, or hang. */
function breakOff(who: Agent, where: string, from: number, body: Buffer, how: 'break' | 'hang'): Promise<net.Socket> {
  const { port, hostname } = new URL(harness.baseUrl);
  const lines = { ...headersOf(who, PART), host: hostname, 'upload-offset': String(from) };
  const head = [
    `PATCH ${where} HTTP/1.1`,
    ...Object.entries(lines).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${String(SCAN.length - from)}`,
    '',
    '',
  ].join('\r\n');
  return new Promise((done) => {
    const socket = net.connect(Number(port), hostname, () => {
      socket.write(head);
      socket.write(body, () =>
        setTimeout(() => {
          if (how === 'break') socket.destroy();
          done(socket);
        }, 200),
      );
    });
    socket.on('error', () => undefined);
  });
}

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

  it.each([['a message', '/api/messages/files']])('can be a file of %s as well', async (_what, route) => {
    const where = await whole(adult);
    expect((await handOver(adult, where, route)).status).toBe(201);
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

describe('a begun upload', () => {
  let where: string;
  beforeAll(async () => {
    where = await begin(adult);
    await sendPart(adult, where, 0, SCAN.subarray(0, MIB));
  });

  const refused = async (who: Agent, status = 404) => {
    const answers = [
      await tus(who, 'HEAD', where),
      await sendPart(who, where, MIB, SCAN.subarray(MIB)),
      await tus(who, 'DELETE', where),
      await handOver(who, where, '/api/messages/files'),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status, status]);
    for (const answer of answers) {
      expect(answer.headers.get('upload-offset')).toBeNull();
      expect(answer.headers.get('upload-length')).toBeNull();
    }
    expect(await offsetOf(adult, where)).toBe(MIB);
  };

  it.each<
    [
      string,
      'own' | 'foreign',
      'minor' | 'guardian' | 'coordinator' | 'teacher' | 'finance' | 'host' | 'tutor' | 'adult',
      Audience,
    ]
  >([
    ['another learner', 'own', 'minor', 'participant'],
    ['a guardian', 'own', 'guardian', 'guardian'],
    ['the coordinator', 'own', 'coordinator', 'sendingCoordinator'],
    ['a teacher', 'own', 'teacher', 'sendingTeacher'],
    ['finance', 'own', 'finance', 'sendingFinance'],
    ['the host', 'own', 'host', 'hostCoordinator'],
    ['the tutor', 'own', 'tutor', 'companyTutor'],
    ['a coordinator of another school', 'foreign', 'coordinator', 'sendingCoordinator'],
    ['a learner of another school', 'foreign', 'adult', 'participant'],
  ])('is as if it were not for %s', async (_who, whose, name, audience) => {
    await refused(await harness.as(harness.world[whose].people[name], audience));
  });

  it('is as if it were not for the same person in another portal, under another membership, or signed in anew', async () => {
    const { own } = harness.world;
    const [{ personId } = { personId: '' }] = await rows<{ personId: string }>(
      'SELECT id AS "personId" FROM person WHERE email = $1',
      [own.people.adult],
    );
    const roles = [
      ['hostCoordinator', own.hostId],
      ['guardian', own.schoolId],
    ];
    for (const [role, organisationId] of roles) {
      await rows(
        'INSERT INTO membership (id, person_id, organisation_id, role, created_at) VALUES ($1, $2, $3, $4, now())',
        [uuid(), personId, organisationId, role],
      );
    }
    await refused(await harness.as(own.people.adult, 'hostCoordinator'));
    const anew = agent(harness.baseUrl, 'participant');
    await anew.signIn(own.people.adult, 'four unrelated words', 'participant');
    await refused(anew);
    const { viewer } = await adult.ask<{ viewer: { memberships: { id: string; audience: string }[] } }>(
      '{ viewer { memberships { id audience } } }',
    );
    const other = viewer.memberships.find(({ audience }) => audience === 'guardian')?.id ?? '';
    await refused({ ...adult, actingAs: `participant/${other}` });
  });

  it('cannot be begun, asked for or ended by those who take no part, nor from another site', async () => {
    const operator = await harness.as(harness.world.operator, 'operator');
    for (const who of [harness.stranger, operator]) {
      expect((await announce(who, SCAN.length)).status).toBe(403);
      await refused(who, 403);
    }
    const foreign = { 'sec-fetch-site': 'cross-site', 'upload-length': '9' };
    expect((await tus(adult, 'POST', '/api/uploads', foreign)).status).toBe(403);
    expect(
      (await tus(adult, 'PATCH', where, { ...PART, 'upload-offset': String(MIB), origin: 'https://evil.example' }))
        .status,
    ).toBe(403);
    expect((await tus(adult, 'DELETE', where, { origin: 'https://evil.example' })).status).toBe(403);
    const bare = await fetch(harness.baseUrl + where, {
      method: 'DELETE',
      headers: { cookie: adult.cookie, 'tus-resumable': '1.0.0' },
    });
    expect(bare.status).toBe(403);
    expect(await offsetOf(adult, where)).toBe(MIB);
  });

  it('and its end are no way to a route that the person may not use', async () => {
    const coordinator = await harness.as(harness.world.own.people.coordinator, 'sendingCoordinator');
    expect((await handOver(coordinator, await whole(coordinator))).status).toBe(403);
  });

  it.each(['not-an-id', '..%2F..%2Fetc%2Fpasswd', uuid()])('is none under %s', async (id) => {
    expect((await tus(adult, 'HEAD', `/api/uploads/${id}`)).status).toBe(404);
    expect((await sendPart(adult, `/api/uploads/${id}`, 0, SCAN.subarray(0, 10))).status).toBe(404);
  });

  it('gives way, as the oldest of ten, to one more', async () => {
    const minor = await harness.as(harness.world.own.people.minor, 'participant');
    const begun: string[] = [];
    for (let count = 0; count < 11; count += 1) {
      begun.push(await begin(minor));
      await sendPart(minor, begun.at(-1) ?? '', 0, SCAN.subarray(0, 100));
    }
    const answers = await Promise.all(begun.map((one) => tus(minor, 'HEAD', one)));
    expect(answers.map(({ status }) => status)).toEqual([404, ...Array<number>(10).fill(200)]);
    expect(parts()).not.toContain(idIn(begun[0] ?? ''));
    expect(await offsetOf(adult, where)).toBe(MIB);
  });

  it('tells when it ends, and is swept then, with remains that no row names', async () => {
    const answer = await tus(adult, 'HEAD', where);
    const ends = new Date(answer.headers.get('upload-expires') ?? '').getTime();
    expect(ends - Date.now()).toBeGreaterThan(71 * 3_600_000);
    mkdirSync(folder(), { recursive: true });
    const [old, young] = [path.join(folder(), uuid()), path.join(folder(), uuid())];
    for (const stray of [old, young]) writeFileSync(stray, 'a part without a row');
    utimesSync(old, new Date(), new Date(Date.now() - 2 * 3_600_000));
    const kept = await begin(adult);
    await sendPart(adult, kept, 0, SCAN.subarray(0, MIB));
    await rows(`UPDATE upload SET expires_at = now() - interval '1 second' WHERE id = $1`, [idIn(where)]);
    expect((await tus(adult, 'HEAD', where)).status).toBe(404);

    const { jobs, slices } = harness.api.runtime;
    expect(slices.flatMap(({ daily = [] }) => daily)).toContain('documents:sweep-uploads');
    await jobs.get('documents:sweep-uploads')?.run(systemContext(harness.api.runtime), {});
    expect(await rows('SELECT 1 FROM upload WHERE id = $1', [idIn(where)])).toEqual([]);
    expect(parts()).not.toContain(idIn(where));
    expect(existsSync(old)).toBe(false);
    expect(existsSync(young)).toBe(true);
    expect(await offsetOf(adult, kept)).toBe(MIB);
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
