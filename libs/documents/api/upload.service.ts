import { policy, reachSql, SqlParameters } from '@softmob/access';
import { type Ctx, illegalState, notFound, type Tx, validate, write } from '@softmob/api-kit';
import { z } from 'zod';
import { type Document, DOCUMENT_KINDS } from './document.entity';
import { documents } from './document.loaders';
import { type SentFile } from './resumable/take-in';
import { safeFileName } from './storage/file-name';
import { filesOf, type ReceivedFile } from './storage/files';
import { receiveUpload } from './storage/receive-upload';
import { documentThumbnails } from './thumbnail/document.thumbnails';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const sweepHour = 3;

interface Target {
  id: string;
  flowId: string;
  schoolId: string;
  stage: string;
}

const parametersOf = (today: string) =>
  z.object({
    mobilityId: z.string({ error: 'Name the mobility.' }).regex(UUID, { error: 'Name the mobility.' }),
    kind: z.enum(DOCUMENT_KINDS, { error: `Name one of: ${DOCUMENT_KINDS.join(', ')}.` }),
    forHost: z.enum(['true', 'false'], { error: 'Write true or false.' }).default('false'),
    expiresOn: z.iso
      .date({ error: 'A date reads yyyy-mm-dd and must exist.' })
      .refine((day) => day >= today, { error: 'This document is no longer valid.', params: { code: 'EXPIRED' } })
      .optional(),
    replaces: z.string().regex(UUID, { error: 'Name the document that this one follows.' }).optional(),
  });
type Parameters = z.output<ReturnType<typeof parametersOf>>;

/** The mobility a document is sent for, within the sender’s reach. @throws NOT_FOUND, ILLEGAL_STATE once withdrawn */
async function targetOf(ctx: Ctx, mobilityId: string): Promise<Target> {
  const parameters = new SqlParameters();
  const key = parameters.add(mobilityId);
  const [target] = await ctx.db.query<Target & Record<string, unknown>>(
    `SELECT x.id, x.flow_id AS "flowId", x.sending_organisation_id AS "schoolId", x.stage FROM mobility x
     WHERE x.id = ${key}::uuid AND ${reachSql(policy.projects.reachMobility, ctx.actor, parameters, 'x')}`,
    parameters.values,
  );
  if (!target) throw notFound('mobility');
  if (target.stage === 'withdrawn') throw illegalState('This mobility was withdrawn.', 'MOBILITY_WITHDRAWN');
  return target;
}

/** What was sent back before gives way to the new file of its kind, and so does the one that is named. */
async function replaceEarlier(tx: Tx, { mobilityId, kind, replaces }: Parameters): Promise<void> {
  const earlier = await tx.loadAll(
    documents,
    (parameters) =>
      `x.mobility_id = ${parameters.add(mobilityId)}::uuid AND x.status <> 'replaced'
       AND ((x.kind = ${parameters.add(kind)} AND x.status = 'returned') OR x.id = ${parameters.add(replaces ?? null)}::uuid)`,
  );
  if (replaces && !earlier.some(({ id }) => id === replaces)) throw notFound('document');
  if (earlier.length === 0) return;
  await tx.db.query(`UPDATE document SET status = 'replaced', version = version + 1 WHERE id = ANY($1::uuid[])`, [
    earlier.map(({ id }) => id),
  ]);
}

/** One sweep for each day on which something was uploaded, in the following night. */
async function planSweep(tx: Tx): Promise<void> {
  const now = tx.ctx.clock.real();
  const runAt = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1, sweepHour));
  await tx.job('documents:sweep', {}, { key: `documents:sweep:${runAt.toISOString().slice(0, 10)}`, runAt });
}

async function record(tx: Tx, target: Target, parameters: Parameters, row: Partial<Document>): Promise<{ id: string }> {
  await replaceEarlier(tx, parameters);
  const [stored] = await tx.insert(documents, [row]);
  if (!stored) throw notFound('document');
  const { id, kind, fileName, size, sha256, forHost, expiresOn } = stored;
  await tx.event({
    type: 'document.uploaded',
    subjectType: 'document',
    subjectId: id,
    organisationId: target.schoolId,
    flowId: target.flowId,
    mobilityId: target.id,
    after: { kind, fileName, size, sha256, forHost, expiresOn },
  });
  await documentThumbnails.plan(tx);
  await planSweep(tx);
  return { id };
}

async function store(ctx: Ctx, target: Target, parameters: Parameters, file: ReceivedFile, sentName: string) {
  return filesOf(ctx.runtime.settings).keepWith(file, (storageKey, named) =>
    write(ctx, policy.documents.upload, async (tx) => {
      const { type, size, sha256 } = file;
      const recorded = await record(tx, target, parameters, {
        id: tx.newId(),
        mobilityId: target.id,
        kind: parameters.kind,
        fileName: safeFileName(sentName, type, parameters.kind),
        mime: type,
        size,
        sha256,
        storageKey,
        expiresOn: parameters.expiresOn ?? null,
        forHost: parameters.forHost === 'true',
        status: 'uploaded',
        uploadedById: ctx.personId,
        uploadedAt: ctx.clock.now(),
        thumbnail: 'waiting',
        version: 1,
      });
      named();
      return recorded;
    }),
  );
}

/** What an upload says about itself. */
export interface UploadRequest extends SentFile {
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * Takes a document in: who may send it and for what is settled before the first byte is read; the file and its row
 * appear together or not at all. With an idempotency key, a repeated upload returns the first one’s id.
 * @throws FORBIDDEN, NOT_FOUND, VALIDATION, TOO_LARGE, ILLEGAL_STATE
 */
export async function uploadDocument(ctx: Ctx, { query, fileName, body }: UploadRequest): Promise<{ id: string }> {
  ctx.assert(policy.documents.upload);
  const parameters = validate(parametersOf(ctx.actor.today), query);
  const target = await targetOf(ctx, parameters.mobilityId);
  const files = filesOf(ctx.runtime.settings);
  const file = await receiveUpload(ctx, files, body, {
    rule: policy.documents.upload,
    subjectType: 'mobility',
    subjectId: target.id,
    organisationId: target.schoolId,
    flowId: target.flowId,
    mobilityId: target.id,
  });
  try {
    return await store(ctx, target, parameters, file, fileName);
  } finally {
    await files.dropReceived(file);
  }
}
