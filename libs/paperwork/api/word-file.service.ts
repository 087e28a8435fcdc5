import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';
import { policy } from '@softmob/access';
import { type Ctx, DomainError, invalid, notFound, type Tx, write } from '@softmob/api-kit';
import { LOCALES } from '@softmob/learning-model';
import { type TemplateContent, type WordFile } from '@softmob/paperwork-model';
import { type QueryResultRow } from 'pg';
import { tagsOf } from './word';

/** The largest Word file that is taken, in bytes: 2 MiB. */
export const MOST_BYTES = 2 * 1024 * 1024;
const LONGEST_NAME = 100;

async function bytesOf(body: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES)
      throw new DomainError('TOO_LARGE', 'A Word file holds at most 2 MB.', { maxBytes: MOST_BYTES });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function decoded(name: string | undefined): string {
  try {
    return decodeURIComponent(name ?? '');
  } catch {
    return '';
  }
}

function safeName(sent: string | undefined): string {
  const stem = decoded(sent)
    .normalize('NFC')
    .replace(/\.docx$/i, '')
    .replace(/[^\p{L}\p{N} ._-]/gu, '')
    .trim()
    .slice(0, LONGEST_NAME);
  return `${stem || 'template'}.docx`;
}

/** Takes a Word file in for the templates of one's own school, and says which placeholders stand in it. @throws VALIDATION, TOO_LARGE */
export async function takeWordFile(ctx: Ctx, sentName: string | undefined, body: Readable): Promise<WordFile> {
  ctx.assert(policy.paperwork.copyTemplate);
  const bytes = await bytesOf(body);
  const tags = tagsOf(bytes);
  const fileName = safeName(sentName);
  return write(ctx, policy.paperwork.copyTemplate, async (tx) => {
    const fileId = tx.newId();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await tx.db.query(
      `INSERT INTO document_template_file (id, organisation_id, file_name, sha256, bytes, tags, uploaded_by, uploaded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [fileId, ctx.organisationId, fileName, sha256, bytes, tags, ctx.personId, ctx.clock.now()],
    );
    await tx.event({
      type: 'document-template.file-uploaded',
      subjectType: 'documentTemplateFile',
      subjectId: fileId,
      organisationId: ctx.organisationId,
      after: { fileName, sha256, placeholders: tags.length },
    });
    return { fileId, fileName, tags };
  });
}

/** The Word files that a content names, with what the school's own rows say of them. @throws VALIDATION where one is none of its */
export async function withOwnFiles(tx: Tx, organisationId: string, content: TemplateContent): Promise<TemplateContent> {
  const named = LOCALES.flatMap((locale) => content.sheets[locale]?.word?.fileId ?? []);
  if (named.length === 0) return content;
  const rows = await tx.db.query<WordFile & QueryResultRow>(
    `SELECT id AS "fileId", file_name AS "fileName", tags FROM document_template_file
     WHERE id = ANY($1::uuid[]) AND organisation_id = $2`,
    [named, organisationId],
  );
  const known = new Map(rows.map((row) => [row.fileId, { ...row }]));
  const sheets = { ...content.sheets };
  for (const locale of LOCALES) {
    const sheet = sheets[locale];
    if (!sheet?.word) continue;
    const word = known.get(sheet.word.fileId);
    if (!word) throw invalid(`content.sheets.${locale}.word`, 'WORD_UNKNOWN', 'There is no such Word file.');
    sheets[locale] = { ...sheet, word };
  }
  return { ...content, sheets };
}

/** The bytes of a school's own Word file; null where the sheet has none. @throws NOT_FOUND */
export async function wordBytes(
  { db }: Pick<Tx, 'db'>,
  organisationId: string,
  word: Pick<WordFile, 'fileId'> | undefined,
): Promise<Buffer | null> {
  if (!word) return null;
  const [file] = await db.query<{ bytes: Buffer }>(
    'SELECT bytes FROM document_template_file WHERE id = $1 AND organisation_id = $2',
    [word.fileId, organisationId],
  );
  if (!file) throw notFound('document');
  return file.bytes;
}
