import { pipeline } from 'node:stream/promises';
import { type Writable } from 'node:stream';
import { PDFDocument } from '@cantoo/pdf-lib';
import { type Ctx, notFound } from '@softmob/api-kit';
import { ZipFile } from 'yazl';
import { type DocumentRun } from './issued.entity';

interface IssuedFile {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly fileName: string;
  readonly issuedAt: Date;
  readonly person: string;
}

/** What holds of a run that was reached before, in the run's order. @throws NOT_FOUND where nothing was issued */
async function filesOf(ctx: Ctx, run: DocumentRun, mime: string | null = null): Promise<IssuedFile[]> {
  const files = await ctx.db.query<IssuedFile>(
    `SELECT x.id, x.file_name AS "fileName", x.issued_at AS "issuedAt",
            coalesce(p.last_name || '-' || p.first_name, '') AS person
     FROM issued_document x JOIN document_run_item i ON i.document_id = x.id
     LEFT JOIN mobility m ON m.id = x.mobility_id LEFT JOIN participant p ON p.id = m.participant_id
     WHERE x.run_id = $1 AND x.status <> 'withdrawn' AND ($2::text IS NULL OR x.mime = $2) ORDER BY i.position`,
    [run.id, mime],
  );
  if (files.length === 0) throw notFound('document');
  return files;
}

async function bytesOf(ctx: Ctx, id: string): Promise<Buffer> {
  const [file] = await ctx.db.query<{ bytes: Buffer }>('SELECT bytes FROM issued_file WHERE document_id = $1', [id]);
  if (!file) throw notFound('document');
  return file.bytes;
}

/** All documents of a run one after another, to print. Its bytes prove nothing: each file by itself does. */
export async function mergedPdf(ctx: Ctx, run: DocumentRun): Promise<Buffer> {
  const merged = await PDFDocument.create();
  for (const { id } of await filesOf(ctx, run, 'application/pdf')) {
    const part = await PDFDocument.load(await bytesOf(ctx, id));
    for (const page of await merged.copyPages(part, part.getPageIndices())) merged.addPage(page);
  }
  return Buffer.from(await merged.save());
}

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/[^\w-]+/g, '')
    .slice(0, 60);

/** All files of a run as they were issued, in one archive; one file at a time is in memory. */
export async function zipOf(ctx: Ctx, run: DocumentRun, to: Writable): Promise<void> {
  const zip = new ZipFile();
  const sent = pipeline(zip.outputStream, to);
  for (const { id, fileName, issuedAt, person } of await filesOf(ctx, run)) {
    const name = person ? `${plain(person)}-${fileName}` : fileName;
    zip.addBuffer(await bytesOf(ctx, id), name, { mtime: issuedAt });
  }
  zip.end();
  await sent;
}
