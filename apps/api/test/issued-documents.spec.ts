import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import PizZip from 'pizzip';
import { makeFlow } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import {
  type Issued,
  type Run,
  PREFLIGHT,
  GENERATE,
  ONE_RUN,
  RETRY,
  WITHDRAW,
  OF_MOBILITY,
  year,
  binary,
  paperworkDesk,
} from './paperwork-desk';
import { setStage } from './world';

let harness: Harness;
let coordinator: Agent;
let stranger: Agent;
beforeAll(async () => {
  harness = await startHarness();
  const { own, foreign } = harness.world;
  coordinator = await harness.as(own.people.coordinator, 'sendingCoordinator');
  stranger = await harness.as(foreign.people.coordinator, 'sendingCoordinator');
  for (const id of own.mobilityIds) await setStage(harness.api.runtime.pool, id, 'confirmed');
});
afterAll(() => harness.close());

const { pool, wish, begin, runOf, issue, fileOf } = paperworkDesk(() => ({ harness, coordinator }));

describe('issuing for a flow', () => {
  let run: Run;
  beforeAll(async () => {
    run = await issue('arrivalLetter', { flowId: harness.world.own.flowId });
  });

  it('gives each learner one document, numbered without a gap', () => {
    expect(run).toMatchObject({ status: 'done', total: 2, issued: 2, failed: 0 });
    expect(run.items.map(({ document }) => document?.number)).toEqual([
      `AL-${String(year)}-00001`,
      `AL-${String(year)}-00002`,
    ]);
  });

  it('delivers exactly the bytes that were hashed, to those for whom they are', async () => {
    const { own, foreign } = harness.world;
    const [first, second] = run.items.map(({ document }) => document);
    if (!first || !second) throw new Error('Nothing was issued');
    const adult = await harness.as(own.people.adult, 'participant');
    const host = await harness.as(own.people.host, 'hostCoordinator');
    for (const who of [coordinator, adult, host]) {
      const file = (await fileOf(who, first.id).expect(200)).body as Buffer;
      expect(createHash('sha256').update(file).digest('hex')).toBe(first.sha256);
      expect(file.toString('latin1')).toContain('/ETSI.CAdES.detached');
    }
    await fileOf(adult, second.id).expect(404);
    await fileOf(await harness.as(own.people.guardian, 'guardian'), second.id).expect(200);
    await fileOf(await harness.as(own.people.guardian, 'guardian'), first.id).expect(404);
    await fileOf(stranger, first.id).expect(404);
    await fileOf(await harness.as(foreign.people.host, 'hostCoordinator'), first.id).expect(404);
    await fileOf(await harness.as(own.people.tutor, 'companyTutor'), first.id).expect(403);
    await fileOf(await harness.as(own.people.finance, 'sendingFinance'), first.id).expect(403);
    await setStage(pool(), own.mobilityIds[0], 'proposed');
    await fileOf(host, first.id).expect(404);
    await setStage(pool(), own.mobilityIds[0], 'confirmed');
  });

  it('stands with the mobility, for the readers that it is for', async () => {
    const { people, mobilityIds } = harness.world.own;
    const adult = await harness.as(people.adult, 'participant');
    const { mobility } = await adult.ask<{ mobility: { issuedDocuments: Issued[] } }>(OF_MOBILITY, {
      id: mobilityIds[0],
    });
    expect(mobility.issuedDocuments.map(({ number }) => number)).toEqual([run.items[0]?.document?.number]);
  });

  it('tells the learners, and the guardian of a minor', async () => {
    const { people } = harness.world.own;
    for (const address of [people.adult, people.minor, people.guardian]) {
      expect((await harness.mailTo(address))?.subject).toBe('New document: Letter of arrival');
    }
  });

  it('hands a run over as one PDF to print, and as an archive of the very files', async () => {
    const merged = await coordinator.get(`/api/document-runs/${run.id}/documents.pdf`).expect(200);
    expect((await PDFDocument.load(merged.body as Buffer)).getPageCount()).toBe(2);
    const zip = await coordinator
      .get(`/api/document-runs/${run.id}/documents.zip`)
      .buffer(true)
      .parse(binary)
      .expect(200);
    const hashes = Object.values(new PizZip(zip.body as Buffer).files).map((file) =>
      createHash('sha256').update(file.asNodeBuffer()).digest('hex'),
    );
    expect(hashes.sort()).toEqual(run.items.map(({ document }) => document?.sha256).sort());
    await stranger.get(`/api/document-runs/${run.id}/documents.zip`).expect(404);
    const adult = await harness.as(harness.world.own.people.adult, 'participant');
    await adult.get(`/api/document-runs/${run.id}/documents.pdf`).expect(403);
  });

  it('cannot be changed or deleted, not even in the database', async () => {
    await expect(pool().query('UPDATE issued_document SET sha256 = $1', ['0'])).rejects.toThrow('never changes');
    await expect(pool().query(`UPDATE issued_file SET bytes = 'x'`)).rejects.toThrow('never changes');
  });

  it('is out of a stranger’s reach', async () => {
    const { own } = harness.world;
    expect((await stranger.refused(ONE_RUN, { id: run.id })).extensions.code).toBe('NOT_FOUND');
    expect((await stranger.refused(RETRY, { id: run.id })).extensions.code).toBe('NOT_FOUND');
    const input = await wish('arrivalLetter', { flowId: own.flowId });
    expect((await stranger.refused(GENERATE, input)).extensions.code).toBe('NOT_FOUND');
    expect((await stranger.refused(PREFLIGHT, input)).extensions.code).toBe('NOT_FOUND');
    const document = run.items[0]?.document?.id;
    expect((await stranger.refused(WITHDRAW, { id: document, reason: 'No reason' })).extensions.code).toBe('NOT_FOUND');
    const mixed = await wish('arrivalLetter', {
      mobilityIds: [own.mobilityIds[0], harness.world.foreign.mobilityIds[0]],
    });
    expect((await coordinator.refused(GENERATE, mixed)).extensions.code).toBe('NOT_FOUND');
  });
});

describe('what is missing', () => {
  it('is named before anything is issued, fails alone, and can be mended and tried again', async () => {
    const { flowId, mobilityIds } = harness.world.own;
    await pool().query('UPDATE mobility SET tutor_person_id = NULL WHERE id = $1', [mobilityIds[1]]);
    const { documentPreflight } = await coordinator.ask<{
      documentPreflight: { subject: string; missing: string[]; replaces: string | null }[];
    }>(PREFLIGHT, await wish('arrivalLetter', { flowId }));
    expect(documentPreflight).toEqual([
      { subject: 'adult Last own', missing: [], replaces: `AL-${String(year)}-00001` },
      { subject: 'minor Last own', missing: ['company.tutorName'], replaces: `AL-${String(year)}-00002` },
    ]);
    const run = await issue('arrivalLetter', { flowId });
    expect(run).toMatchObject({ status: 'done', issued: 1, failed: 1 });
    expect(run.items[1]).toMatchObject({ state: 'failed', code: 'MISSING', missing: ['company.tutorName'] });
    await pool().query('UPDATE mobility SET tutor_person_id = $2 WHERE id = $1', [
      mobilityIds[1],
      harness.world.own.personIds[harness.world.own.people.tutor],
    ]);
    await coordinator.ask(RETRY, { id: run.id });
    await harness.settle();
    const again = await runOf(run.id);
    expect(again).toMatchObject({ status: 'done', issued: 2, failed: 0 });
    expect(again.items.map(({ document }) => document?.number)).toEqual([
      `AL-${String(year)}-00003`,
      `AL-${String(year)}-00004`,
    ]);
    expect((await coordinator.refused(RETRY, { id: run.id })).extensions.reason).toBe('RUN_COMPLETE');
  });
});

describe('a job that is begun again and again', () => {
  it('issues each document once, and loses no number when a transaction breaks', async () => {
    const flow = await makeFlow(harness, harness.world.own, { code: 'MANY', people: 23, startsIn: 200 });
    await pool().query(`CREATE FUNCTION breaks() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF (SELECT count(*) FROM issued_file) % 10 = 7 THEN RAISE EXCEPTION 'the power went'; END IF; RETURN NEW; END $$;
      CREATE TRIGGER breaks BEFORE INSERT ON issued_file FOR EACH ROW EXECUTE FUNCTION breaks()`);
    const id = await begin('photoConsent', { flowId: flow.flowId });
    await harness.settle();
    expect(await runOf(id)).toMatchObject({ status: 'running', issued: 0 });
    await pool().query('DROP TRIGGER breaks ON issued_file; DROP FUNCTION breaks()');
    const { personId, id: membershipId } = await membershipOf(harness.world.own.people.coordinator);
    for (let times = 0; times < 4; times += 1) {
      await pool().query(`SELECT graphile_worker.add_job('paperwork:issue', $1::json)`, [
        JSON.stringify({ runId: id, __actor: { membershipId, personId } }),
      ]);
    }
    await harness.settle();
    const run = await runOf(id);
    expect(run).toMatchObject({ status: 'done', total: 23, issued: 23, failed: 0 });
    const numbers = run.items.map(({ document }) => document?.number ?? '').sort();
    expect(numbers).toEqual(
      Array.from({ length: 23 }, (_, at) => `CP-${String(year)}-${String(at + 1).padStart(5, '0')}`),
    );
    const { rows } = await pool().query<{ documents: number; files: number; told: number }>(
      `SELECT (SELECT count(*)::int FROM issued_document WHERE run_id = $1) AS documents,
              (SELECT count(*)::int FROM issued_file f JOIN issued_document d ON d.id = f.document_id WHERE d.run_id = $1) AS files,
              (SELECT count(*)::int FROM event WHERE type = 'issued-document.issued' AND flow_id = $2) AS told`,
      [id, flow.flowId],
    );
    expect(rows).toEqual([{ documents: 23, files: 23, told: 23 }]);
  });
});

async function membershipOf(email: string) {
  const { rows } = await pool().query<{ id: string; personId: string }>(
    `SELECT m.id, m.person_id AS "personId" FROM membership m JOIN person p ON p.id = m.person_id WHERE p.email = $1`,
    [email],
  );
  if (!rows[0]) throw new Error(email);
  return rows[0];
}

describe('the public page', () => {
  const page = (address: string, language = 'en') =>
    harness.stranger.get(`${new URL(address).pathname}?lang=${language}`);

  it('says that a document holds, was replaced or withdrawn, and nothing about the person', async () => {
    const { mobilityIds, people } = harness.world.own;
    const first = (await issue('dataConsent', { mobilityIds: [mobilityIds[0]] })).items[0]?.document;
    if (!first) throw new Error('Nothing was issued');
    const valid = await page(first.proof).expect(200);
    expect(valid.text).toContain('This document was issued and holds.');
    for (const fact of [first.number, first.sha256, 'School own', 'Consent to sharing data']) {
      expect(valid.text).toContain(fact);
    }
    expect(valid.text).not.toMatch(/adult|Last own|Company own|Berlin/);
    const second = (await issue('dataConsent', { mobilityIds: [mobilityIds[0]] })).items[0]?.document;
    if (!second) throw new Error('Nothing was issued');
    expect((await page(first.proof, 'it').expect(200)).text).toContain('uno più recente lo sostituisce');
    const adult = await harness.as(people.adult, 'participant');
    const { mobility } = await adult.ask<{ mobility: { issuedDocuments: Issued[] } }>(OF_MOBILITY, {
      id: mobilityIds[0],
    });
    expect(mobility.issuedDocuments.find(({ id }) => id === first.id)).toMatchObject({
      status: 'replaced',
      replacedBy: second.number,
    });
    await coordinator.ask(WITHDRAW, { id: second.id, reason: 'Wrong dates' });
    expect((await page(second.proof).expect(200)).text).toContain('This document was withdrawn.');
    expect((await page(second.proof)).text).not.toContain('Wrong dates');
    await fileOf(adult, second.id).expect(404);
    expect((await coordinator.refused(WITHDRAW, { id: second.id, reason: 'Again' })).extensions.reason).toBe(
      'NOT_VALID',
    );
    await harness.settle();
    expect((await harness.mailTo(people.adult))?.text).toContain('Wrong dates');
  });

  it('knows nothing of an address that was made up', async () => {
    for (const token of ['AAAAAAAAAAAAAAAAAAAAAA', 'x', `'; DROP TABLE event; --`]) {
      const answer = await harness.stranger.get(`/verify/${encodeURIComponent(token)}`).expect(404);
      expect(answer.text).toContain('No such document was issued here.');
    }
  });
});

describe('the number of statements', () => {
  it('does not grow with the documents that are looked at', async () => {
    const [few, many] = [
      await makeFlow(harness, harness.world.own, { code: 'FEW', people: 2, startsIn: 240 }),
      await makeFlow(harness, harness.world.own, { code: 'LOTS', people: 30, startsIn: 280 }),
    ];
    const statements: number[][] = [];
    for (const { flowId } of [few, many]) {
      const input = await wish('photoConsent', { flowId });
      const { statements: looked } = await coordinator.send(PREFLIGHT, input);
      const id = await begin('photoConsent', { flowId });
      await harness.settle();
      const { statements: read } = await coordinator.send(ONE_RUN, { id });
      const { statements: listedOnes } = await coordinator.send(
        `query ($id: ID!) { issuedDocuments(filter: { flowId: $id }) { nodes { subject issuedBy replacedBy } } }`,
        { id: flowId },
      );
      statements.push([looked, read, listedOnes]);
    }
    expect(statements[1]).toEqual(statements[0]);
  });
});
