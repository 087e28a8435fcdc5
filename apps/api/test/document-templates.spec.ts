import { createHash } from 'node:crypto';
import PizZip from 'pizzip';
import { type Harness, startHarness } from './harness';
import { type Agent } from './http';
import { type Template, LIST, SAVE, PUBLISH, GENERATE, binary, paperworkDesk } from './paperwork-desk';
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

const { pool, listed, shipped, copy, withText, runOf } = paperworkDesk(() => ({ harness, coordinator }));

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
