import { type Readable } from 'node:stream';
import { policy } from '@softmob/access';
import { conflict, Ctx, DomainError, invalid, notFound, source, type Tx, write } from '@softmob/api-kit';
import { assertDeclaredType } from '../storage/file-type';
import { assertSize } from '../storage/files';
import { partsOf } from './parts';
import { Upload } from './upload.entity';

const HOUR = 60 * 60 * 1_000;
/** How long a begun upload waits for its rest: over a weekend without a connection. */
const KEPT = 72 * HOUR;
/** Unfinished uploads of one person; one more takes the place of the oldest, so that nobody is locked out by remains. */
export const MOST_UNFINISHED = 10;
const LONGEST_NAME = 300;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const uploads = source(Upload, { name: 'upload', reach: null });

/** What the sender says of a file before it begins. */
export interface Announced {
  /** Bytes. */
  readonly size: number;
  readonly fileName: string;
  /** The type as the sender’s device names it; empty where it does not know. */
  readonly type: string;
}

/** The oldest unfinished uploads of a person give way to a new one. Returns what has to go from the disk as well. */
async function makeRoom(tx: Tx): Promise<string[]> {
  await tx.db.query('SELECT id FROM person WHERE id = $1 FOR UPDATE', [tx.ctx.personId]);
  const gone = await tx.db.query<{ id: string }>(
    `DELETE FROM upload WHERE id IN (
       SELECT id FROM upload WHERE person_id = $1 AND result IS NULL ORDER BY started_at DESC, id DESC OFFSET $2)
     RETURNING id`,
    [tx.ctx.personId, MOST_UNFINISHED - 1],
  );
  return gone.map(({ id }) => id);
}

/** Begins an upload in parts. @throws FORBIDDEN, TOO_LARGE, VALIDATION: what would be refused in the end is refused now */
export async function beginUpload(ctx: Ctx, { size, fileName, type }: Announced): Promise<Upload> {
  ctx.assert(policy.documents.sendInParts);
  assertSize(size);
  assertDeclaredType(type);
  const { sessionId } = ctx.request;
  if (!sessionId) throw notFound('session');
  const now = ctx.clock.real();
  // Beginning twice costs nothing, so it is not remembered under the caller’s key.
  const once = new Ctx(ctx.runtime, ctx.actor, { ...ctx.request, idempotencyKey: null });
  const { begun, gone } = await write(once, policy.documents.sendInParts, async (tx) => {
    const gone = await makeRoom(tx);
    const [begun] = await tx.insert(uploads, [
      {
        ...{ id: tx.newId(), personId: ctx.personId, sessionId, membershipId: ctx.actor.membershipId, size },
        ...{ fileName: fileName.slice(0, LONGEST_NAME), startedAt: now, expiresAt: new Date(now.getTime() + KEPT) },
      },
    ]);
    return { begun, gone };
  });
  await partsOf(ctx.runtime.settings).drop(gone);
  if (!begun) throw notFound('upload');
  return begun;
}

/** One’s own upload: begun by this person, in this session of this portal, under this membership. @throws NOT_FOUND */
export async function findUpload(ctx: Ctx, id: string): Promise<Upload> {
  ctx.assert(policy.documents.sendInParts);
  const { membershipId } = ctx.actor;
  const { sessionId } = ctx.request;
  const [found] = UUID.test(id)
    ? await ctx.db.query<Upload & Record<string, unknown>>(
        `SELECT ${uploads.select('x')} FROM upload x WHERE x.id = $1::uuid AND x.person_id = $2 AND x.session_id = $3
         AND x.membership_id IS NOT DISTINCT FROM $4 AND x.expires_at > $5`,
        [id, ctx.personId, sessionId, membershipId, ctx.clock.real()],
      )
    : [];
  if (!found) throw notFound('upload');
  return found;
}

/** Bytes of an upload that have arrived. */
export async function arrivedOf(ctx: Ctx, upload: Upload): Promise<number> {
  await takeOver(upload.id);
  return upload.result ? upload.size : partsOf(ctx.runtime.settings).arrived(upload.id);
}

/** A part that comes in right now. */
interface Incoming {
  readonly body: Readable;
  readonly ended: Promise<void>;
}
const incoming = new Map<string, Incoming>();

/**
 * Ends a part that is still on its way: whoever asks again has lost the connection of the one before, which the server
 * may not have noticed. What came over it stays.
 */
async function takeOver(id: string): Promise<void> {
  for (let before = incoming.get(id); before; before = incoming.get(id)) {
    before.body.destroy();
    await before.ended;
  }
}

/** Lets one part come in at a time. */
async function alone<T>(id: string, body: Readable, work: () => Promise<T>): Promise<T> {
  await takeOver(id);
  let end = () => {};
  const ended = new Promise<void>((done) => {
    end = done;
  });
  incoming.set(id, { body, ended });
  try {
    return await work();
  } finally {
    incoming.delete(id);
    end();
  }
}

/**
 * Takes the next part in; what came of one that breaks off stays. Returns how much has arrived.
 * @throws CONFLICT where the part does not begin where the last one ended, VALIDATION
 */
export function receivePart(ctx: Ctx, upload: Upload, from: number, body: Readable): Promise<number> {
  const { id, size, result } = upload;
  const parts = partsOf(ctx.runtime.settings);
  return alone(id, body, async () => {
    const arrived = result ? size : await parts.arrived(id);
    if (from !== arrived) throw conflict('The file goes on at another place. Ask by HEAD where.', 'OFFSET');
    if (arrived === size) return size;
    try {
      return await parts.append(id, from, size, body);
    } catch (error) {
      if (isOfFile(error, 'FILE_TYPE')) await dropUpload(ctx, id);
      // What is left of a refused part is let go by, so that the answer can be read.
      body.resume();
      if (error instanceof DomainError || !body.destroyed) throw error;
      throw invalid('file', 'FILE_CUT', 'The connection broke before the whole part had arrived.');
    }
  });
}

/** Whether what is refused is the file itself, so that asking again with the same bytes cannot help. */
export function isOfFile(error: unknown, code?: string): boolean {
  if (!(error instanceof DomainError)) return false;
  if (error.code === 'TOO_LARGE') return code === undefined;
  const { fields } = error.extensions as { fields?: readonly { path: string; code: string }[] };
  return fields?.some((fault) => fault.path === 'file' && (code === undefined || fault.code === code)) ?? false;
}

/** Gives an upload up, and what has come of it. */
export async function dropUpload(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.query('DELETE FROM upload WHERE id = $1::uuid', [id]);
  await partsOf(ctx.runtime.settings).drop([id]);
}

/** Ends what is on its way and gives an upload up. */
export async function cancelUpload(ctx: Ctx, { id }: Upload): Promise<void> {
  await takeOver(id);
  await dropUpload(ctx, id);
}
