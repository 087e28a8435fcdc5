import { policy } from '@softmob/access';
import { type Ctx, type Db, findOne, illegalState, notFound, type Tx, write } from '@softmob/api-kit';
import { MAX_FILES } from '@softmob/conversations-model';
import {
  type Files,
  filesOf,
  type ReceivedFile,
  receiveUpload,
  safeFileName,
  type SentFile,
  thumbnailsOf,
} from '@softmob/documents-api';
import { messageFiles } from './conversation.sources';
import { type MessageFile } from './message.entity';

/** Files that one may have uploaded and not sent yet. */
const MOST_UNSENT = MAX_FILES * 4;

/** Files of messages have a place of their own beside the documents. */
export const messageShelf = (ctx: Ctx): Files => filesOf(ctx.runtime.settings, 'conversations');

export const messageThumbnails = thumbnailsOf({
  table: 'message_file',
  files: messageShelf,
  job: 'conversations:thumbnails',
});

async function countUnsent(db: Db, membershipId: string | null): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM message_file WHERE membership_id = $1 AND message_id IS NULL AND broadcast_id IS NULL',
    [membershipId],
  );
  return row?.count ?? 0;
}

async function store(ctx: Ctx, file: ReceivedFile, sentName: string): Promise<{ id: string }> {
  return messageShelf(ctx).keepWith(file, (storageKey, named) =>
    write(ctx, policy.conversations.send, async (tx) => {
      const { type, size, sha256 } = file;
      const id = tx.newId();
      const fileName = safeFileName(sentName, type, 'file');
      const membershipId = tx.actor.membershipId ?? '';
      await tx.insert(messageFiles, [
        {
          id,
          messageId: null,
          membershipId,
          fileName,
          mime: type,
          size,
          sha256,
          storageKey,
          thumbnail: 'waiting',
          createdAt: ctx.clock.real(),
        },
      ]);
      await messageThumbnails.plan(tx);
      named();
      return { id };
    }),
  );
}

/**
 * Takes a file in for a message that is not sent yet; until then its sender alone reaches it. The same checks as for
 * documents: type by its bytes, size, a safe name. @throws FORBIDDEN, ILLEGAL_STATE, VALIDATION, TOO_LARGE
 */
export async function uploadMessageFile(ctx: Ctx, { fileName, body }: SentFile): Promise<{ id: string }> {
  ctx.assert(policy.conversations.send);
  if ((await countUnsent(ctx.db, ctx.actor.membershipId)) >= MOST_UNSENT) {
    throw illegalState('Send or remove the files that wait first.', 'TOO_MANY_UNSENT');
  }
  const files = messageShelf(ctx);
  const { membershipId, organisationId } = ctx.actor;
  const file = await receiveUpload(ctx, files, body, {
    rule: policy.conversations.send,
    subjectType: 'membership',
    subjectId: membershipId ?? ctx.personId,
    organisationId,
  });
  try {
    return await store(ctx, file, fileName);
  } finally {
    await files.dropReceived(file);
  }
}

/** A file within reach: through a message that was not taken back, or one's own before it is sent. @throws NOT_FOUND */
export function findMessageFile(ctx: Ctx, id: string): Promise<MessageFile> {
  ctx.assert(policy.conversations.read);
  return findOne(ctx, messageFiles, id);
}

/** Gives one's own unsent files to a message. @throws NOT_FOUND where one of them is not */
export async function claimFiles(tx: Tx, ids: readonly string[], messageId: string): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.db.query<{ id: string }>(
    `UPDATE message_file SET message_id = $2
     WHERE id = ANY($1::uuid[]) AND membership_id = $3 AND message_id IS NULL AND broadcast_id IS NULL RETURNING id`,
    [ids, messageId, tx.actor.membershipId],
  );
  if (rows.length !== ids.length) throw notFound(messageFiles.name);
}

/** Gives one's own unsent files to a message to a flow. @throws NOT_FOUND where one of them is not */
export async function claimForBroadcast(tx: Tx, ids: readonly string[], broadcastId: string): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.db.query<{ id: string }>(
    `UPDATE message_file SET broadcast_id = $2
     WHERE id = ANY($1::uuid[]) AND membership_id = $3 AND message_id IS NULL AND broadcast_id IS NULL RETURNING id`,
    [ids, broadcastId, tx.actor.membershipId],
  );
  if (rows.length !== ids.length) throw notFound(messageFiles.name);
}

/** Gives every copy of a message to a flow files of its own, which share the bytes. One statement. */
export async function copyFiles(tx: Tx, broadcastId: string, messageIds: readonly string[]): Promise<void> {
  tx.db.queryAhead(
    `INSERT INTO message_file (id, message_id, membership_id, file_name, mime, size, sha256, storage_key, thumbnail, created_at)
     SELECT gen_random_uuid(), m.id, f.membership_id, f.file_name, f.mime, f.size, f.sha256, f.storage_key, f.thumbnail, f.created_at
     FROM message_file f CROSS JOIN unnest($2::uuid[]) AS m(id) WHERE f.broadcast_id = $1 AND f.message_id IS NULL`,
    [broadcastId, messageIds],
  );
}
