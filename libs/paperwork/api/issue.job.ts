import { createHash } from 'node:crypto';
import { policy } from '@softmob/access';
import { type Ctx, type JobDefinition, type Tx, write } from '@softmob/api-kit';
import { keyToSeal, sealPdf } from '@softmob/documents-api';
import { documentNumber, KINDS, type ResolvedSheet } from '@softmob/paperwork-model';
import { newToken, proofUrl } from './address';
import { type SubjectFacts } from './facts';
import { type DocumentRun, type DocumentRunItem, type FailureCode, type IssuedDocument } from './issued.entity';
import { issuedDocuments, runItems, runRows, templateVersions } from './loaders';
import { tellAgain, tellIssued } from './mails.service';
import { renderPdf } from './render';
import { type DocumentTemplateVersion } from './template.entity';
import { fillIn, subjectsAgain } from './wanted';
import { fillWord, WORD_MIME } from './word';
import { wordBytes } from './word-file.service';

/** So many documents share a transaction: a crash costs at most their layout, never a number or a file. */
const BATCH = 10;

/** What all documents of a batch have in common. */
interface Desk {
  readonly run: DocumentRun;
  readonly version: DocumentTemplateVersion;
  readonly issuer: string;
  readonly town: string;
  /** The school's own key: every document is sealed by it. */
  readonly key: Awaited<ReturnType<typeof keyToSeal>>;
  /** The Word file that is filled in, where the template is one. */
  readonly word: Buffer | null;
  readonly at: Date;
  readonly year: number;
}

type Outcome =
  | { readonly item: DocumentRunItem; readonly document: IssuedDocument; readonly bytes: Buffer }
  | { readonly item: DocumentRunItem; readonly code: FailureCode; readonly missing: readonly string[] };

/** Locks the series of numbers and says which was given last. */
async function lockCounter(tx: Tx, { run, year }: Desk): Promise<number> {
  const key = [run.organisationId, run.kind, year];
  await tx.db.query(
    'INSERT INTO document_counter (organisation_id, kind, year) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    key,
  );
  const [counter] = await tx.db.query<{ last: number }>(
    'SELECT last FROM document_counter WHERE organisation_id = $1 AND kind = $2 AND year = $3 FOR UPDATE',
    key,
  );
  return counter?.last ?? 0;
}

const fileName = (number: string, kind: DocumentRun['kind'], extension: string) =>
  `${number}-${KINDS[kind].name.en.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.${extension}`;

/** The file of a document: a PDF sealed by the school's key, or a Word file where the template is one. */
async function fileOf(tx: Tx, desk: Desk, sheet: ResolvedSheet, proof: { number: string; url: string }) {
  const { run, version, issuer, town, key, word, at } = desk;
  if (word) return { mime: WORD_MIME, extension: 'docx', bytes: fillWord(word, sheet.printed ?? {}) };
  const { language: locale } = run;
  const pdf = await renderPdf(sheet, { locale, issuer, logo: version.content.logo, proof, createdAt: at });
  const seal = { name: issuer, reason: `${sheet.title}, ${proof.number}`, location: town, at: tx.ctx.clock.real() };
  return { mime: 'application/pdf', extension: 'pdf', bytes: await sealPdf(pdf, key, seal) };
}

/** Makes one document under its number; whatever is known of it stands in the row. */
async function draw(
  tx: Tx,
  desk: Desk,
  facts: SubjectFacts,
  number: string,
): Promise<{ document: IssuedDocument; bytes: Buffer }> {
  const { run, version, at } = desk;
  const token = newToken();
  const url = proofUrl(tx.ctx.request.origin, token);
  const { sheet } = fillIn(version, facts, run.language, { number, proof: url });
  const { bytes, mime, extension } = await fileOf(tx, desk, sheet, { number, url });
  const { readers } = version.content;
  const document: IssuedDocument = {
    id: tx.newId(),
    organisationId: run.organisationId,
    runId: run.id,
    versionId: version.id,
    kind: run.kind,
    language: run.language,
    subjectId: facts.subjectId,
    flowId: facts.flowId,
    mobilityId: facts.mobilityId,
    hostOrganisationId: facts.hostOrganisationId,
    number,
    title: sheet.title,
    content: sheet,
    token,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    mime,
    fileName: fileName(number, run.kind, extension),
    forParticipant: readers.participant && facts.mobilityId !== null,
    forHost: readers.host && facts.hostOrganisationId !== null,
    status: 'valid',
    issuedOn: tx.actor.today,
    issuedBy: run.requestedBy,
    issuedAt: at,
    replacedById: null,
    withdrawnAt: null,
    withdrawnBy: null,
    reason: null,
    version: 1,
  };
  return { document, bytes };
}

/** Works the items out one after another; only a document that could be drawn takes a number. */
async function outcomesOf(tx: Tx, desk: Desk, items: readonly DocumentRunItem[]): Promise<Outcome[]> {
  const { run, version, year } = desk;
  const subjects = await subjectsAgain(
    tx,
    run.kind,
    run.flowId,
    items.map(({ subjectId }) => subjectId),
  );
  const bySubject = new Map(subjects.map((facts) => [facts.subjectId, facts]));
  let last = await lockCounter(tx, desk);
  const outcomes: Outcome[] = [];
  for (const item of items) {
    const facts = bySubject.get(item.subjectId);
    const missing = facts ? fillIn(version, facts, run.language).missing : [];
    if (!facts || missing.length > 0) {
      outcomes.push({ item, code: facts ? 'MISSING' : 'GONE', missing });
      continue;
    }
    try {
      outcomes.push({ item, ...(await draw(tx, desk, facts, documentNumber(run.kind, year, last + 1))) });
      last += 1;
    } catch (error) {
      tx.ctx.runtime.log.error({ err: error, run: run.id }, 'a document could not be laid out');
      outcomes.push({ item, code: 'LAYOUT', missing: [] });
    }
  }
  await tx.db.query('UPDATE document_counter SET last = $4 WHERE organisation_id = $1 AND kind = $2 AND year = $3', [
    run.organisationId,
    run.kind,
    year,
    last,
  ]);
  return outcomes;
}

type Made = Extract<Outcome, { document: IssuedDocument }>;

/** What held before gives way to what is issued now. Returns pairs of old and new. */
async function replaceEarlier(tx: Tx, { run }: Desk, made: readonly Made[]): Promise<{ id: string; number: string }[]> {
  return tx.db.query<{ id: string; number: string }>(
    `UPDATE issued_document x SET status = 'replaced', replaced_by_id = n.id, version = x.version + 1
     FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, "subjectId" uuid)
     WHERE x.subject_id = n."subjectId" AND x.kind = $2 AND x.language = $3 AND x.status = 'valid'
     RETURNING x.id, x.number`,
    [JSON.stringify(made.map(({ document: { id, subjectId } }) => ({ id, subjectId }))), run.kind, run.language],
  );
}

async function store(tx: Tx, desk: Desk, outcomes: readonly Outcome[]): Promise<void> {
  const made = outcomes.filter((outcome) => 'document' in outcome);
  await replaceEarlier(tx, desk, made);
  await tx.insert(
    issuedDocuments,
    made.map(({ document }) => document),
  );
  await tx.db.query(
    `INSERT INTO issued_file (document_id, bytes)
     SELECT f.id, decode(f.bytes, 'base64') FROM jsonb_to_recordset($1::jsonb) AS f(id uuid, bytes text)`,
    [JSON.stringify(made.map(({ document, bytes }) => ({ id: document.id, bytes: bytes.toString('base64') })))],
  );
  await tx.db.query(
    `UPDATE document_run_item x SET state = o.state, code = o.code, missing = o.missing, document_id = o."documentId"
     FROM jsonb_to_recordset($1::jsonb) AS o(id uuid, state text, code text, missing text[], "documentId" uuid)
     WHERE x.id = o.id`,
    [
      JSON.stringify(
        outcomes.map((outcome) =>
          'document' in outcome
            ? { id: outcome.item.id, state: 'issued', code: null, missing: [], documentId: outcome.document.id }
            : { id: outcome.item.id, state: 'failed', code: outcome.code, missing: outcome.missing, documentId: null },
        ),
      ),
    ],
  );
  await tx.events(
    made.map(({ document }) => ({
      type: 'issued-document.issued',
      subjectType: 'issuedDocument',
      subjectId: document.id,
      organisationId: document.organisationId,
      flowId: document.flowId,
      mobilityId: document.mobilityId,
      after: { kind: document.kind, number: document.number, sha256: document.sha256 },
    })),
  );
  await tellIssued(
    tx,
    made.map(({ document }) => document),
    desk.issuer,
  );
}

async function finish(tx: Tx, run: DocumentRun): Promise<void> {
  await tx.update(runRows, run, { status: 'done', finishedAt: tx.ctx.clock.now() });
  await tx.event({
    type: 'document-run.finished',
    subjectType: 'documentRun',
    subjectId: run.id,
    organisationId: run.organisationId,
    flowId: run.flowId,
    after: { kind: run.kind },
  });
  if (run.cause !== null) await tellAgain(tx, run);
}

async function deskOf(tx: Tx, run: DocumentRun, version: DocumentTemplateVersion): Promise<Desk> {
  const [school] = await tx.db.query<{ name: string; town: string }>(
    'SELECT name, town FROM organisation WHERE id = $1',
    [run.organisationId],
  );
  return {
    run,
    version,
    issuer: school?.name ?? '',
    town: school?.town ?? '',
    key: await keyToSeal(tx, run.organisationId),
    word: await wordBytes(tx, run.organisationId, version.content.sheets[run.language]?.word),
    at: tx.ctx.clock.now(),
    year: Number(tx.actor.today.slice(0, 4)),
  };
}

/** Issues the next documents of a run; false once nothing waits any more. Doing it again issues nothing twice. */
async function issueNext(ctx: Ctx, runId: string): Promise<boolean> {
  return write(ctx, policy.paperwork.generate, async (tx) => {
    const run = await tx.load(runRows, runId);
    if (run.status === 'done') return false;
    const items = await tx.db.query<DocumentRunItem & Record<string, unknown>>(
      `SELECT ${runItems.select('x')} FROM document_run_item x WHERE x.run_id = $1::uuid AND x.state = 'waiting'
       ORDER BY x.position LIMIT ${String(BATCH)} FOR UPDATE OF x`,
      [runId],
    );
    if (items.length === 0) {
      await finish(tx, run);
      return false;
    }
    const version = await tx.load(templateVersions, run.versionId);
    const desk = await deskOf(tx, run, version);
    await store(tx, desk, await outcomesOf(tx, desk, items));
    return true;
  });
}

/** Issues the documents of a run, batch by batch: killed at any moment, it goes on where it stood. */
export const issueJob: JobDefinition = {
  rule: policy.paperwork.generate,
  async run(ctx, { runId }) {
    while (await issueNext(ctx, String(runId)));
  },
};
