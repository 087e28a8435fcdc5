import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { type Audience } from '@softmob/access';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { PDF, PNG, JPEG, DOCUMENTS, RETURN, type Refusal, dayIn, documentDesk } from './document-desk';

let harness: Harness;
let adult: Agent;
let guardian: Agent;
let coordinator: Agent;
beforeAll(async () => {
  harness = await startHarness();
  const { own } = harness.world;
  adult = await harness.as(own.people.adult, 'participant');
  guardian = await harness.as(own.people.guardian, 'guardian');
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
}, 60_000);
afterAll(() => harness.close());

const { pool, adultId, minorId, folder, files, send, upload, eventsOf } = documentDesk(() => ({ harness }));

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

  it('of more than 25 MB is refused, and leaves nothing behind', async () => {
    const before = files();
    const body = Buffer.concat([JPEG, Buffer.alloc(25 * 1024 * 1024)]);
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
