import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import PizZip from 'pizzip';
import { makeFlow } from './cohort';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
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

interface Block {
  key: string;
  type: string;
  text?: string;
}
interface Content {
  sheets: Record<'en' | 'it', { title: string; blocks: Block[] } | null>;
  readers: { participant: boolean; host: boolean };
  logo: string | null;
}
interface Template {
  id: string;
  kind: string;
  origin: string;
  basis: string | null;
  version: number;
  nameEn: string;
  nameIt: string;
  draft: Content | null;
  draftFaults: { path: string; code: string; message: string }[] | null;
  versions: { id: string; number: number; publishedBy: string | null; content: Content }[];
}
interface Issued {
  id: string;
  number: string;
  status: string;
  sha256: string;
  proof: string;
  replacedBy: string | null;
}
interface Run {
  id: string;
  status: string;
  total: number;
  issued: number;
  failed: number;
  items: { subject: string; state: string; code: string | null; missing: string[]; document: Issued | null }[];
}

const READ = `{ id kind origin basis version nameEn nameIt draft draftFaults { path code message }
  versions { id number note publishedBy content } }`;
const DOC = '{ id number status sha256 proof replacedBy }';
const RUN = `{ id status total issued failed items { subject state code missing document ${DOC} } }`;
const LIST = `{ documentTemplates ${READ} }`;
const COPY = `mutation ($id: ID!) { copyDocumentTemplate(id: $id) ${READ} }`;
const SAVE = `mutation ($input: SaveDocumentDraftInput!) { saveDocumentDraft(input: $input) ${READ} }`;
const PUBLISH = `mutation ($id: ID!, $v: Int!, $note: String) { publishDocumentTemplate(id: $id, version: $v, note: $note) ${READ} }`;
const PREFLIGHT = `query ($input: DocumentsInput!) { documentPreflight(input: $input) { subject missing replaces } }`;
const GENERATE = `mutation ($input: DocumentsInput!) { generateDocuments(input: $input) { id status } }`;
const ONE_RUN = `query ($id: ID!) { documentRun(id: $id) ${RUN} }`;
const RETRY = 'mutation ($id: ID!) { retryDocumentRun(id: $id) { id } }';
const WITHDRAW = `mutation ($id: ID!, $reason: String!) { withdrawIssuedDocument(id: $id, reason: $reason) ${DOC} }`;
const OF_MOBILITY = `query ($id: ID!) { mobility(id: $id) { issuedDocuments ${DOC} } }`;

const pool = () => harness.api.runtime.pool;
const listed = async () => (await coordinator.ask<{ documentTemplates: Template[] }>(LIST)).documentTemplates;
const shipped = async (kind: string) => {
  const found = (await listed()).find((template) => template.kind === kind && template.origin === 'shipped');
  if (!found?.versions[0]) throw new Error(`No template ${kind}`);
  return { ...found, newest: found.versions[0] };
};
const copy = async (kind: string) =>
  (await coordinator.ask<{ copyDocumentTemplate: Template }>(COPY, { id: (await shipped(kind)).id }))
    .copyDocumentTemplate;
const withText = ({ id, version, nameEn, nameIt, draft }: Template, text: string) => {
  if (!draft?.sheets.en) throw new Error('No draft');
  const [first, ...others] = draft.sheets.en.blocks;
  const en = { ...draft.sheets.en, blocks: [{ ...first, key: 'said', type: 'paragraph', text }, ...others] };
  return { input: { id, version, nameEn, nameIt, content: { ...draft, sheets: { ...draft.sheets, en } } } };
};
const wish = async (kind: string, input: object) => ({
  input: { versionId: (await shipped(kind)).newest.id, language: 'en', ...input },
});
const begin = async (kind: string, input: object) =>
  (await coordinator.ask<{ generateDocuments: { id: string } }>(GENERATE, await wish(kind, input))).generateDocuments
    .id;
const runOf = async (id: string) => (await coordinator.ask<{ documentRun: Run }>(ONE_RUN, { id })).documentRun;
const issue = async (kind: string, input: object) => {
  const id = await begin(kind, input);
  await harness.settle();
  return runOf(id);
};
const fileOf = (who: Agent, id: string) => who.get(`/api/issued-documents/${id}`);
const year = new Date().getFullYear();

/** Reads an answer as bytes. */
const binary: Parameters<ReturnType<Agent['get']>['parse']>[0] = (response, done) => {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
};

describe('templates', () => {
  it('are shipped for every kind, and say how far they were confirmed', async () => {
    const all = (await listed()).filter(({ origin }) => origin === 'shipped');
    expect(all).toHaveLength(16);
    expect(all.every(({ basis, draft }) => basis !== null && draft === null)).toBe(true);
    expect(all.map(({ versions }) => versions.length)).toEqual(all.map(() => 1));
  });

  it('name a placeholder that does not exist, with the nearest, before they are published', async () => {
    const mine = await copy('arrivalLetter');
    const saved = (
      await coordinator.ask<{ saveDocumentDraft: Template }>(SAVE, withText(mine, 'Dear {{participant.fristName}}!'))
    ).saveDocumentDraft;
    expect(saved.draftFaults).toEqual([
      {
        path: 'en.said.text',
        code: 'PLACEHOLDER_UNKNOWN',
        message: 'There is no {{participant.fristName}}. Is {{participant.firstName}} meant?',
      },
    ]);
    const refused = await coordinator.refused(PUBLISH, { id: mine.id, v: saved.version });
    expect(refused.extensions.fields?.map(({ code }) => code)).toEqual(['PLACEHOLDER_UNKNOWN']);
    const mended = (
      await coordinator.ask<{ saveDocumentDraft: Template }>(SAVE, withText(saved, 'Dear {{participant.firstName}}!'))
    ).saveDocumentDraft;
    const { publishDocumentTemplate: published } = await coordinator.ask<{ publishDocumentTemplate: Template }>(
      PUBLISH,
      {
        id: mine.id,
        v: mended.version,
        note: 'Friendlier',
      },
    );
    expect(published).toMatchObject({ draft: null, versions: [{ number: 1, publishedBy: 'coordinator' }] });
    expect((await coordinator.refused(PUBLISH, { id: mine.id, v: published.version })).extensions.reason).toBe(
      'TEMPLATE_NO_DRAFT',
    );
    await expect(
      pool().query('UPDATE document_template_version SET note = $1 WHERE template_id = $2', ['x', mine.id]),
    ).rejects.toThrow('never changes');
  });

  it('may not tell a host what it may not read', async () => {
    const mine = await copy('arrivalLetter');
    const { saveDocumentDraft: saved } = await coordinator.ask<{ saveDocumentDraft: Template }>(
      SAVE,
      withText(mine, '{{guardian.email}}'),
    );
    expect(saved.draftFaults?.map(({ code }) => code)).toEqual(['READER_HOST']);
  });

  it('are worked on by their own school alone', async () => {
    const mine = await copy('photoConsent');
    const { input } = withText(mine, 'Ours');
    expect((await stranger.refused(SAVE, { input })).extensions.code).toBe('NOT_FOUND');
    expect((await stranger.refused(PUBLISH, { id: mine.id, v: 1 })).extensions.code).toBe('NOT_FOUND');
    const theirs = await shipped('photoConsent');
    const content = theirs.newest.content;
    const wanted = { id: theirs.id, version: theirs.version, nameEn: 'A', nameIt: 'B', content };
    expect((await coordinator.refused(SAVE, { input: wanted })).extensions.code).toBe('FORBIDDEN');
    expect((await coordinator.refused(SAVE, { input: { ...input, version: 99 } })).extensions.code).toBe('CONFLICT');
    const teacher = await harness.as(harness.world.own.people.teacher, 'sendingTeacher');
    expect((await teacher.refused(LIST)).extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('show a specimen with nobody’s data in it', async () => {
    const { id } = await shipped('guardianConsent');
    const pdf = await coordinator.get(`/api/document-templates/${id}/specimen?locale=it`).expect(200);
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    const teacher = await harness.as(harness.world.own.people.teacher, 'sendingTeacher');
    await teacher.get(`/api/document-templates/${id}/specimen`).expect(403);
  });
});

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

/** The smallest Word file there is, with one paragraph. */
function wordFile(text: string): Buffer {
  const zip = new PizZip();
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`,
  );
  return zip.generate({ type: 'nodebuffer' });
}

describe('a Word file as a template', () => {
  const upload = (who: Agent, bytes: Buffer, name = 'letter.docx') =>
    who
      .post('/api/document-template-files')
      .set('x-file-name', name)
      .set('content-type', 'application/octet-stream')
      .send(bytes);
  const withWord = (template: Template, word: object) => {
    const { input } = withText(template, 'Instead');
    const en = { title: 'Our letter', blocks: [], word };
    return { input: { ...input, content: { ...input.content, sheets: { en, it: null } } } };
  };

  it('names what it asks for that does not exist, and is filled in for each learner', async () => {
    const mine = await copy('arrivalLetter');
    const wrong = (await upload(coordinator, wordFile('Dear {{participant.fristName}}')).expect(201)).body as object;
    expect(wrong).toMatchObject({ fileName: 'letter.docx', tags: ['participant.fristName'] });
    const { saveDocumentDraft: first } = await coordinator.ask<{ saveDocumentDraft: Template }>(
      SAVE,
      withWord(mine, wrong),
    );
    expect(first.draftFaults).toMatchObject([{ path: 'en.word', code: 'PLACEHOLDER_UNKNOWN' }]);
    const right = (
      await upload(coordinator, wordFile('Dear {{participant.firstName}}, {{host.oid?}}{{document.number}}')).expect(
        201,
      )
    ).body as object;
    const lying = { ...right, tags: [] };
    const { saveDocumentDraft: second } = await coordinator.ask<{ saveDocumentDraft: Template }>(
      SAVE,
      withWord({ ...mine, version: first.version }, lying),
    );
    expect(second.draft?.sheets.en).toMatchObject({ word: right });
    const { publishDocumentTemplate: published } = await coordinator.ask<{ publishDocumentTemplate: Template }>(
      PUBLISH,
      {
        id: mine.id,
        v: second.version,
      },
    );
    const input = { versionId: published.versions[0]?.id, language: 'en', flowId: harness.world.own.flowId };
    const { generateDocuments } = await coordinator.ask<{ generateDocuments: { id: string } }>(GENERATE, { input });
    await harness.settle();
    const run = await runOf(generateDocuments.id);
    expect(run).toMatchObject({ status: 'done', issued: 2, failed: 0 });
    const [document] = run.items.flatMap((item) => item.document ?? []);
    const file = await coordinator
      .get(`/api/issued-documents/${document?.id ?? ''}`)
      .buffer(true)
      .parse(binary)
      .expect(200);
    const text = new PizZip(file.body as Buffer).file('word/document.xml')?.asText() ?? '';
    expect(text).toContain(`Dear adult, ${document?.number ?? ''}`);
    expect(
      createHash('sha256')
        .update(file.body as Buffer)
        .digest('hex'),
    ).toBe(document?.sha256);
    await coordinator.get(`/api/document-runs/${run.id}/documents.pdf`).expect(404);
    await coordinator.get(`/api/document-runs/${run.id}/documents.zip`).expect(200);
  });

  it('is refused where it is none, or its braces do not fit', async () => {
    for (const bytes of [Buffer.from('no archive'), Buffer.from(''), wordFile('{{#participant.firstName}} open')]) {
      const refused = await upload(coordinator, bytes).expect(400);
      expect(JSON.stringify(refused.body)).toContain('WORD_INVALID');
    }
    await upload(coordinator, Buffer.alloc(2 * 1024 * 1024 + 1)).expect(413);
    const teacher = await harness.as(harness.world.own.people.teacher, 'sendingTeacher');
    await upload(teacher, wordFile('x')).expect(403);
  });

  it('belongs to the school that uploaded it', async () => {
    const theirs = (await upload(stranger, wordFile('Theirs')).expect(201)).body as { fileId: string };
    const mine = await copy('arrivalLetter');
    const refused = await coordinator.refused(SAVE, withWord(mine, theirs));
    expect(refused.extensions.fields?.map(({ code }) => code)).toEqual(['WORD_UNKNOWN']);
    await coordinator.get(`/api/document-template-files/${theirs.fileId}`).expect(404);
    await stranger.get(`/api/document-template-files/${theirs.fileId}`).expect(200);
  });
});

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
