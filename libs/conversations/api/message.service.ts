import { policy, reachSql, SqlParameters } from '@softmob/access';
import {
  type Ctx,
  DONE,
  illegalState,
  invalid,
  rateLimited,
  type Receipt,
  type Tx,
  validate,
  write,
} from '@softmob/api-kit';
import { MAX_FILES, MAX_TEXT, mayStillChange, THREAD_KINDS } from '@softmob/conversations-model';
import { readLinked } from '@softmob/messaging-api';
import { z } from 'zod';
import { messages, threads } from './conversation.sources';
import { deliver, THREAD_CHANNEL } from './deliver';
import { claimFiles } from './message-file.service';
import { type Message } from './message.entity';
import { assertTakesPart, threadFor } from './subject';
import { aboutOf, type Taker, takersOf } from './takers';
import { type Thread } from './thread.entity';

const rules = policy.conversations;
export const textSchema = z
  .string()
  .transform((value) => value.replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().max(MAX_TEXT, { error: `Write at most ${String(MAX_TEXT)} characters.` }));
export const fileIdsSchema = z
  .array(z.uuid())
  .max(MAX_FILES, { error: `Send at most ${String(MAX_FILES)} files.` })
  .nullish()
  .transform((ids) => [...new Set(ids ?? [])]);
export const circleSchema = z.array(z.string()).max(8);

const sendSchema = z
  .object({
    threadId: z.uuid().nullish(),
    to: z
      .object({
        kind: z.enum(THREAD_KINDS, { error: `Name one of: ${THREAD_KINDS.join(', ')}.` }),
        subjectId: z.uuid(),
        circle: circleSchema,
      })
      .nullish(),
    text: textSchema,
    mentions: z
      .array(z.uuid())
      .max(20)
      .nullish()
      .transform((ids) => [...new Set(ids ?? [])]),
    fileIds: fileIdsSchema,
  })
  .refine(({ threadId, to }) => (threadId == null) !== (to == null), {
    path: ['threadId'],
    params: { code: 'TO_WHOM' },
    error: 'Name the conversation, or what a new one is about.',
  })
  .refine(({ text, fileIds }) => text !== '' || fileIds.length > 0, {
    path: ['text'],
    params: { code: 'MESSAGE_EMPTY' },
    error: 'Write something, or attach a file.',
  });

function assertMentioned(takers: readonly Taker[], mentions: readonly string[]): void {
  if (mentions.every((id) => takers.some(({ membershipId }) => membershipId === id))) return;
  throw invalid('mentions', 'MENTION_UNKNOWN', 'Only somebody who takes part can be mentioned.');
}

/** Messages that one may send within a minute, those to a whole flow not counted. */
const MOST_A_MINUTE = 30;

/** @throws RATE_LIMITED */
async function assertNotTooMany(tx: Tx): Promise<void> {
  const [row] = await tx.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM message
     WHERE sender_membership_id = $1 AND broadcast_id IS NULL AND sent_at > $2::timestamptz - interval '1 minute'`,
    [tx.actor.membershipId, tx.ctx.clock.now()],
  );
  if ((row?.count ?? 0) >= MOST_A_MINUTE) throw rateLimited(60);
}

/** Sends a message to everybody who takes part now. @throws NOT_FOUND, VALIDATION, ILLEGAL_STATE for who has left, RATE_LIMITED */
export function sendMessage(ctx: Ctx, given: unknown): Promise<Message> {
  const input = validate(sendSchema, given);
  return write(ctx, rules.send, async (tx) => {
    await assertNotTooMany(tx);
    const thread: Thread = input.to ? await threadFor(tx, input.to) : await tx.load(threads, input.threadId ?? '');
    const takers = (await takersOf(tx.db, [aboutOf(thread)], tx.actor.today)).get(thread.id) ?? [];
    assertTakesPart(tx, takers);
    assertMentioned(takers, input.mentions);
    const [message] = await deliver(tx, [
      { thread, body: input.text, takers, mentionIds: input.mentions, broadcastId: null },
    ]);
    if (!message) throw new Error('The message was not stored');
    await claimFiles(tx, input.fileIds, message.id);
    return message;
  });
}

async function ownRecent(tx: Tx, id: string, expectedVersion: number): Promise<Message> {
  const message = await tx.load(messages, id);
  tx.ctx.assert(rules.change, message);
  if (message.removedAt) throw illegalState('This message was taken back.', 'MESSAGE_REMOVED');
  if (!mayStillChange(message.sentAt, tx.ctx.clock.now())) {
    throw illegalState('A message can be changed for a quarter of an hour.', 'TOO_LATE');
  }
  await tx.db.query(
    `INSERT INTO message_version (message_id, version, body, replaced_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [id, expectedVersion, message.body, tx.ctx.clock.now()],
  );
  return message;
}

/** Everybody who got it sees the change; what it said before stays in the house's keeping, not in the history. */
async function changed(tx: Tx, message: Message, type: string): Promise<void> {
  tx.db.queryAhead(
    `SELECT pg_notify('${THREAD_CHANNEL}', person_id || '/changed/' || thread_id || '/' || message_id)
     FROM message_taker WHERE message_id = $1`,
    [message.id],
  );
  await tx.event({
    type,
    subjectType: 'message',
    subjectId: message.id,
    organisationId: message.schoolId,
    after: { threadId: message.threadId, version: message.version },
  });
}

/** Changes one's own message. @throws NOT_FOUND, FORBIDDEN, CONFLICT, ILLEGAL_STATE once it is too late */
export function editMessage(ctx: Ctx, id: string, given: string, expectedVersion: number): Promise<Message> {
  const { text } = validate(z.object({ text: textSchema }), { text: given });
  if (text === '') throw invalid('text', 'MESSAGE_EMPTY', 'Write something, or take the message back.');
  return write(ctx, rules.change, async (tx) => {
    const before = await ownRecent(tx, id, expectedVersion);
    const after = await tx.update(messages, before, { body: text, editedAt: ctx.clock.now() }, expectedVersion);
    await changed(tx, after, 'message.edited');
    return after;
  });
}

/** Takes one's own message back: that it was there remains, what it said does not. @throws as `editMessage` */
export function removeMessage(ctx: Ctx, id: string, expectedVersion: number): Promise<Message> {
  return write(ctx, rules.change, async (tx) => {
    const before = await ownRecent(tx, id, expectedVersion);
    const after = await tx.update(
      messages,
      before,
      { body: '', mentionIds: [], removedAt: ctx.clock.now() },
      expectedVersion,
    );
    await changed(tx, after, 'message.removed');
    return after;
  });
}

/** Marks a conversation as read up to a message; whoever wrote sees it at once. @throws NOT_FOUND */
export function markThreadRead(ctx: Ctx, threadId: string, until: string): Promise<Receipt> {
  return write(ctx, rules.markRead, async (tx) => {
    await tx.load(threads, threadId);
    const last = await tx.load(messages, until);
    const read = await tx.db.query<{ id: string }>(
      `UPDATE message_taker c SET read_at = $4 FROM message x
       WHERE x.id = c.message_id AND x.thread_id = $1 AND c.thread_id = $1 AND c.membership_id = $2
         AND x.sent_at <= $3 AND c.read_at IS NULL RETURNING c.message_id AS id`,
      [threadId, tx.actor.membershipId, last.sentAt, ctx.clock.now()],
    );
    if (read.length === 0) return DONE;
    tx.db.queryAhead(
      `SELECT pg_notify('${THREAD_CHANNEL}', person_id || '/read/' || $1::text || '/') FROM
       (SELECT DISTINCT person_id FROM message_taker WHERE message_id = ANY($2::uuid[])) who`,
      [threadId, read.map(({ id }) => id)],
    );
    await readLinked(tx, `/messages/${threadId}`);
    return DONE;
  });
}

/** How many of the reader's messages are unread. One statement. */
export async function countUnreadMessages(ctx: Ctx): Promise<number> {
  const parameters = new SqlParameters();
  const reached = reachSql(rules.reachMessage, ctx.actor, parameters, 'x');
  const mine = parameters.add(ctx.actor.membershipId);
  const [row] = await ctx.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM message_taker c JOIN message x ON x.id = c.message_id
     WHERE c.membership_id = ${mine} AND c.read_at IS NULL AND ${reached}`,
    parameters.values,
  );
  return row?.count ?? 0;
}
