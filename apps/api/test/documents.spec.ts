import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { type Audience } from '@softmob/access';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { setStage } from './world';

const PDF = Buffer.from('%PDF-1.7\nan identity card\n%%EOF');
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
const DOCUMENTS = `query ($id: ID!) { mobility(id: $id) { documents { id kind fileName mime size status forHost expiresOn expiryWarning reason uploadedBy reviewedBy version } } }`;
const VERIFY = `mutation ($ids: [ID!]!, $expiresOn: Day) { verifyDocuments(ids: $ids, expiresOn: $expiresOn) { id status expiresOn } }`;
const RETURN = `mutation ($id: ID!, $reason: String!) { returnDocument(id: $id, reason: $reason) { id status reason } }`;
const REMOVE = `mutation ($id: ID!) { removeOwnUpload(id: $id) { id status } }`;
const MARK = `mutation ($id: ID!, $forHost: Boolean!) { markForHost(id: $id, forHost: $forHost) { id forHost } }`;

interface Refusal {
  errors: { message: string; extensions: { code: string; fields?: { path: string; code: string }[] } }[];
}

let harness: Harness;
let adult: Agent;
let minor: Agent;
let guardian: Agent;
let coordinator: Agent;
let host: Agent;
let foreign: Agent;

beforeAll(async () => {
  harness = await startHarness();
  const { own, foreign: other } = harness.world;
  adult = await harness.as(own.people.adult, 'participant');
  minor = await harness.as(own.people.minor, 'participant');
  guardian = await harness.as(own.people.guardian, 'guardian');
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  host = await harness.as(own.people.host, 'hostCoordinator');
  foreign = await harness.as(other.people.coordinator, 'sendingCoordinator');
}, 60_000);
afterAll(() => harness.close());

const pool = () => harness.api.runtime.pool;
const adultId = () => harness.world.own.mobilityIds[0];
const minorId = () => harness.world.own.mobilityIds[1];
const folder = () => path.join(harness.api.runtime.settings.dataDir, 'files', 'documents');
const files = () =>
  readdirSync(folder(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

function send(who: Agent, query: Record<string, string>, body: Buffer, name = 'card.pdf', headers = {}) {
  return who
    .post(`/api/documents?${new URLSearchParams(query).toString()}`)
    .set({ 'content-type': 'text/html', 'x-file-name': encodeURIComponent(name), ...headers })
    .send(body);
}
async function upload(who: Agent, mobilityId: string, more: Record<string, string> = {}, body = PDF, name?: string) {
  const answer = await send(who, { mobilityId, kind: 'identity', ...more }, body, name).expect(201);
  return (answer.body as { id: string }).id;
}
const download = (who: Agent, id: string) => who.get(`/api/documents/${id}`);
const eventsOf = async (id: string) => {
  const { rows } = await pool().query<{ type: string }>('SELECT type FROM event WHERE subject_id = $1 ORDER BY id', [
    id,
  ]);
  return rows.map(({ type }) => type);
};

describe('an upload', () => {
  it('is stored whole, under a name of its own, and told with its type as its bytes say', async () => {
    const id = await upload(adult, adultId(), { expiresOn: dayIn(70) }, PDF, '../../carta d’identità.exe');
    const { mobility } = await adult.ask<{ mobility: { documents: Record<string, unknown>[] } }>(DOCUMENTS, {
      id: adultId(),
    });
    expect(mobility.documents[0]).toMatchObject({
      id,
      kind: 'identity',
      fileName: 'carta d’identità.pdf',
      mime: 'application/pdf',
      size: PDF.length,
      status: 'uploaded',
      forHost: false,
      expiryWarning: 'before-return',
      uploadedBy: 'adult',
    });
    const [file, ...others] = files();
    expect(others).toEqual([]);
    expect(path.dirname(path.dirname(file ?? ''))).toBe(folder());
    expect(readFileSync(file ?? '')).toEqual(PDF);
    const { rows } = await pool().query<{ sha256: string }>('SELECT sha256 FROM document WHERE id = $1', [id]);
    expect(rows[0]?.sha256).toBe(createHash('sha256').update(PDF).digest('hex'));
    expect(await eventsOf(id)).toEqual(['document.uploaded']);
  });

  it('sent twice under one key is one document and one file', async () => {
    const before = files().length;
    const query = { mobilityId: adultId(), kind: 'travel' };
    const once = await send(adult, query, PNG, 'ticket', { 'idempotency-key': 'again' }).expect(201);
    const twice = await send(adult, query, PNG, 'ticket', { 'idempotency-key': 'again' }).expect(201);
    expect(twice.body).toEqual(once.body);
    expect(files()).toHaveLength(before + 1);
  });

  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), 'FILE_TYPE'],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'FILE_TYPE'],
    ['an empty file', Buffer.alloc(0), 'FILE_EMPTY'],
  ])('of %s is refused with what to send instead, and leaves nothing behind', async (_what, body, code) => {
    const before = files();
    const answer = await send(adult, { mobilityId: adultId(), kind: 'other' }, body, 'x.pdf').expect(400);
    expect((answer.body as Refusal).errors[0]?.extensions.fields).toEqual([
      expect.objectContaining({ path: 'file', code }),
    ]);
    expect(files()).toEqual(before);
  });

  it('of more than 10 MB is refused, and leaves nothing behind', async () => {
    const before = files();
    const body = Buffer.concat([JPEG, Buffer.alloc(10 * 1024 * 1024)]);
    const answer = await send(adult, { mobilityId: adultId(), kind: 'other' }, body).expect(413);
    expect((answer.body as Refusal).errors[0]?.extensions.code).toBe('TOO_LARGE');
    expect(files()).toEqual(before);
  });

  it('that breaks off leaves nothing behind', async () => {
    const before = files();
    const { port, hostname } = new URL(harness.baseUrl);
    const head = [
      `POST /api/documents?mobilityId=${adultId()}&kind=other HTTP/1.1`,
      `host: ${hostname}`,
      `cookie: ${adult.cookie}`,
      `x-softmob-acting-as: ${adult.actingAs}`,
      'content-length: 100000',
      '',
      '%PDF-1.7 half of it',
    ].join('\r\n');
    await new Promise<void>((closed) => {
      const socket = net.connect(Number(port), hostname, () => {
        socket.write(head, () => setTimeout(() => socket.destroy(), 100));
      });
      socket.on('close', () => {
        closed();
      });
    });
    await new Promise((later) => setTimeout(later, 200));
    expect(files()).toEqual(before);
  });

  it.each([
    ['no mobility', { kind: 'identity' }, 'mobilityId'],
    ['a mobility that is no id', { mobilityId: 'x', kind: 'identity' }, 'mobilityId'],
    ['an unknown kind', { mobilityId: 'own', kind: 'malware' }, 'kind'],
    ['a day that does not exist', { mobilityId: 'own', kind: 'identity', expiresOn: '2030-02-30' }, 'expiresOn'],
    ['a day that has passed', { mobilityId: 'own', kind: 'identity', expiresOn: '2020-01-01' }, 'expiresOn'],
  ])('with %s is refused by name', async (_what, query: Record<string, string>, field) => {
    const filled = query.mobilityId === 'own' ? { ...query, mobilityId: adultId() } : query;
    const answer = await send(adult, filled, PDF).expect(400);
    expect((answer.body as Refusal).errors[0]?.extensions.fields?.[0]?.path).toBe(field);
  });

  it('is for one’s own mobility, and for that of one’s minor: everybody else is refused', async () => {
    await upload(guardian, minorId(), { kind: 'consent' });
    const { own, foreign: other } = harness.world;
    await send(adult, { mobilityId: minorId(), kind: 'other' }, PDF).expect(404);
    await send(guardian, { mobilityId: adultId(), kind: 'other' }, PDF).expect(404);
    await send(adult, { mobilityId: other.mobilityIds[0], kind: 'other' }, PDF).expect(404);
    const refused: [string, Audience][] = [
      [own.people.coordinator, 'sendingCoordinator'],
      [own.people.teacher, 'sendingTeacher'],
      [own.people.finance, 'sendingFinance'],
      [own.people.host, 'hostCoordinator'],
      [own.people.tutor, 'companyTutor'],
    ];
    for (const [email, audience] of refused) {
      await send(await harness.as(email, audience), { mobilityId: adultId(), kind: 'other' }, PDF).expect(403);
    }
    await send(harness.stranger, { mobilityId: adultId(), kind: 'other' }, PDF).expect(403);
  });

  it('follows what was sent back, and what it names, as history', async () => {
    const first = await upload(adult, adultId(), { kind: 'ehic' });
    await coordinator.ask(RETURN, { id: first, reason: 'The number cannot be read.' });
    const second = await upload(adult, adultId(), { kind: 'ehic' });
    const third = await upload(adult, adultId(), { kind: 'ehic', replaces: second });
    const { rows } = await pool().query('SELECT status FROM document WHERE id = ANY($1) ORDER BY id', [
      [first, second, third],
    ]);
    expect(rows).toEqual([{ status: 'replaced' }, { status: 'replaced' }, { status: 'uploaded' }]);
  });
});

describe('a file', () => {
  const readers = async (id: string) => {
    const { own } = harness.world;
    const people: [string, Audience][] = [
      [own.people.adult, 'participant'],
      [own.people.minor, 'participant'],
      [own.people.guardian, 'guardian'],
      [own.people.tutor, 'companyTutor'],
      [own.people.host, 'hostCoordinator'],
      [own.people.coordinator, 'sendingCoordinator'],
      [own.people.teacher, 'sendingTeacher'],
      [own.people.finance, 'sendingFinance'],
    ];
    const found: string[] = [];
    for (const [email, audience] of people) {
      const answer = await download(await harness.as(email, audience), id);
      expect([200, 403, 404]).toContain(answer.status);
      if (answer.status === 200) found.push(email.split('@')[0] ?? '');
    }
    await download(foreign, id).expect(404);
    await download(harness.stranger, id).expect(403);
    return found;
  };

  it('is read by exactly those whom the table names, at each stage', async () => {
    const plain = await upload(minor, minorId());
    const marked = await upload(minor, minorId(), { forHost: 'true' });
    const read: Record<string, string[][]> = {};
    for (const stage of ['selected', 'proposed', 'confirmed', 'abroad', 'back']) {
      await setStage(pool(), minorId(), stage);
      read[stage] = [await readers(plain), await readers(marked)];
    }
    const without = ['minor', 'guardian', 'coordinator'];
    const withHost = ['minor', 'guardian', 'host', 'coordinator'];
    expect(read).toEqual({
      selected: [without, without],
      proposed: [without, without],
      confirmed: [without, withHost],
      abroad: [without, withHost],
      back: [without, withHost],
    });
    await pool().query('UPDATE mobility SET host_access_until = $2 WHERE id = $1', [minorId(), dayIn(-1)]);
    expect(await readers(marked)).toEqual(without);
    await pool().query('UPDATE mobility SET host_access_until = $2 WHERE id = $1', [minorId(), dayIn(200)]);
  });

  it('leaves the guardian’s reach on the eighteenth birthday', async () => {
    const id = await upload(minor, minorId());
    await pool().query('UPDATE mobility SET adult_on = $2 WHERE id = $1', [minorId(), dayIn(0)]);
    await download(guardian, id).expect(404);
    await pool().query('UPDATE mobility SET adult_on = $2 WHERE id = $1', [minorId(), dayIn(700)]);
    await download(guardian, id).expect(200);
  });

  it('is delivered so that it can run nothing, a PDF to be saved and a picture to be seen', async () => {
    const pdf = await download(adult, await upload(adult, adultId(), {}, PDF, 'a"b\r\nx: y.pdf')).expect(200);
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': `attachment; filename="abx y.pdf"; filename*=UTF-8''abx%20y.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(pdf.body).toEqual(PDF);
    const picture = await download(adult, await upload(adult, adultId(), { kind: 'other' }, PNG, 'me.html')).expect(
      200,
    );
    expect(picture.headers['content-type']).toBe('image/png');
    expect(picture.headers['content-disposition']).toBe(`inline; filename="me.png"; filename*=UTF-8''me.png`);
  });

  it.each(['../../../etc/passwd', '..%2f..%2fetc%2fpasswd', 'x', '00000000-0000-0000-0000-000000000000'])(
    'called %s does not exist',
    async (id) => {
      expect((await download(adult, id)).status).toBe(404);
    },
  );
});

describe('the school', () => {
  it('verifies many at once, with the day read off, and says so of each kind', async () => {
    const ids = [
      await upload(adult, adultId(), { kind: 'ehic' }),
      await upload(minor, minorId(), { kind: 'insurance', forHost: 'true' }),
    ];
    const { verifyDocuments } = await coordinator.ask<{ verifyDocuments: unknown[] }>(VERIFY, {
      ids,
      expiresOn: '2031-01-01',
    });
    expect(verifyDocuments).toEqual(ids.map((id) => ({ id, status: 'verified', expiresOn: '2031-01-01' })));
    expect(await eventsOf(ids[0] ?? '')).toEqual(['document.uploaded', 'document.verified.ehic']);
    expect(await eventsOf(ids[1] ?? '')).toEqual(['document.uploaded', 'document.verified.insurance']);
  });

  it('verifies all or none, and nothing twice', async () => {
    const id = await upload(adult, adultId(), { kind: 'insurance' });
    await coordinator.ask(VERIFY, { ids: [id] });
    const waiting = await upload(adult, adultId(), { kind: 'insurance' });
    const again = await coordinator.refused(VERIFY, { ids: [waiting, id] });
    expect(again.extensions).toMatchObject({ code: 'ILLEGAL_STATE', reason: 'DOCUMENT_STATUS' });
    const { rows } = await pool().query('SELECT status FROM document WHERE id = $1', [waiting]);
    expect(rows).toEqual([{ status: 'uploaded' }]);
    expect((await foreign.refused(VERIFY, { ids: [waiting] })).extensions.code).toBe('NOT_FOUND');
  });

  it('sends back with a reason, which the participant and the guardian of a minor get by e-mail', async () => {
    const id = await upload(minor, minorId());
    const empty = await coordinator.refused(RETURN, { id, reason: '  ' });
    expect(empty.extensions).toMatchObject({ code: 'VALIDATION', fields: [{ path: 'reason' }] });
    await coordinator.ask(RETURN, { id, reason: 'The photo is blurred.' });
    await harness.settle();
    for (const name of ['minor', 'guardian']) {
      const mail = await harness.mailTo(`${name}@own.example`);
      expect(mail?.text).toContain('The photo is blurred.');
      expect(mail?.text).toContain('http://softmob.test/participant/documents');
    }
    expect(await eventsOf(id)).toEqual(['document.uploaded', 'document.returned']);
  });

  it('can take a verification back, which is told where no other one of the kind is left', async () => {
    const [first, second] = [
      await upload(adult, adultId(), { kind: 'consent' }),
      await upload(adult, adultId(), { kind: 'consent' }),
    ];
    await coordinator.ask(VERIFY, { ids: [first, second] });
    await coordinator.ask(RETURN, { id: first, reason: 'Not signed.' });
    expect(await eventsOf(first)).not.toContain('document.unverified.consent');
    await coordinator.ask(RETURN, { id: second, reason: 'Not signed.' });
    expect(await eventsOf(second)).toContain('document.unverified.consent');
  });

  it('has a queue that costs the same statements for few and for many', async () => {
    const query = `query ($first: Int!) { documents(filter: { statuses: ["uploaded"] }, first: $first) { nodes { id kind expiryWarning uploadedBy mobility { id participant { firstName } flow { code } } } } }`;
    for (let count = 0; count < 3; count += 1) await upload(adult, adultId(), { expiresOn: dayIn(400) });
    const few = await coordinator.send<{ documents: { nodes: unknown[] } }>(query, { first: 1 });
    const many = await coordinator.send<{ documents: { nodes: unknown[] } }>(query, { first: 100 });
    expect(many.data.documents.nodes.length).toBeGreaterThan(few.data.documents.nodes.length);
    expect(many.statements).toBe(few.statements);
  });
});

describe('the family', () => {
  it('takes an upload back before it is verified, and not after', async () => {
    const id = await upload(adult, adultId(), { kind: 'travel' });
    expect((await minor.refused(REMOVE, { id })).extensions.code).toBe('NOT_FOUND');
    expect((await coordinator.refused(REMOVE, { id })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    await adult.ask(REMOVE, { id });
    expect((await adult.refused(REMOVE, { id })).extensions.code).toBe('ILLEGAL_STATE');
    const verified = await upload(adult, adultId(), { kind: 'travel' });
    await coordinator.ask(VERIFY, { ids: [verified] });
    expect((await adult.refused(REMOVE, { id: verified })).extensions.code).toBe('ILLEGAL_STATE');
  });

  it('releases a document to the host, and takes it back; the host does not mark', async () => {
    await setStage(pool(), adultId(), 'confirmed');
    const id = await upload(adult, adultId(), { kind: 'travel' });
    await download(host, id).expect(404);
    await adult.ask(MARK, { id, forHost: true });
    await download(host, id).expect(200);
    expect((await host.refused(MARK, { id, forHost: false })).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    await coordinator.ask(MARK, { id, forHost: false });
    await download(host, id).expect(404);
  });

  it('sees its own, and teacher, tutor and finance have no such field', async () => {
    const { own } = harness.world;
    const staff: [string, Audience][] = [
      [own.people.teacher, 'sendingTeacher'],
      [own.people.tutor, 'companyTutor'],
      [own.people.finance, 'sendingFinance'],
    ];
    for (const [email, audience] of staff) {
      const refused = await (await harness.as(email, audience)).refused(DOCUMENTS, { id: adultId() });
      expect(refused.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    const seen = await host.ask<{ mobility: { documents: { forHost: boolean; status: string }[] } }>(
      `query ($id: ID!) { mobility(id: $id) { documents { forHost status } } }`,
      { id: minorId() },
    );
    expect(seen.mobility.documents.length).toBeGreaterThan(0);
    expect(seen.mobility.documents.every((entry) => entry.forHost && entry.status !== 'returned')).toBe(true);
  });
});

describe('the nightly sweep', () => {
  it('removes old files without a row, and no other', async () => {
    const kept = files();
    mkdirSync(path.join(folder(), 'ab'), { recursive: true });
    const orphans = [path.join(folder(), 'ab', 'orphan'), path.join(folder(), 'incoming', 'half')];
    const fresh = path.join(folder(), 'ab', 'fresh');
    for (const file of [...orphans, fresh]) writeFileSync(file, 'x');
    const old = Date.now() / 1_000 - 7_200;
    for (const file of [...orphans, ...kept]) utimesSync(file, old, old);
    await pool().query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()');
    await harness.settle();
    expect(files().sort()).toEqual([...kept, fresh].sort());
  });
});
