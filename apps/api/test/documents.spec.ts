import { type Audience } from '@softmob/access';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { PDF, PNG, DOCUMENTS, VERIFY, RETURN, REMOVE, MARK, dayIn, documentDesk } from './document-desk';
import { setStage } from './world';

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

const { pool, adultId, minorId, upload, download, eventsOf, readersOf } = documentDesk(() => ({ harness }));

describe('a file', () => {
  const readers = (id: string) => readersOf((who) => download(who, id));

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
    for (let count = 0; count < 3; count += 1) await upload(adult, adultId());
    await pool().query('UPDATE document SET expires_on = $1', [dayIn(400)]);
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
