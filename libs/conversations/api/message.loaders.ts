import { type Audience } from '@softmob/access';
import { grouped, inOrder, type LoaderDefinition } from '@softmob/api-kit';
import { type MessageFile } from './message.entity';
import { messageFiles } from './conversation.sources';

/** Somebody who wrote, is mentioned, or read. */
export interface Writer {
  [column: string]: unknown;
  readonly membershipId: string;
  readonly name: string;
  readonly role: Audience;
  readonly organisationName: string | null;
}

/** The people behind memberships, for messages that were reached before. */
export const writerByMembership: LoaderDefinition<string, Writer | null> = {
  name: 'writerByMembership',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<Writer>(
      `SELECT m.id AS "membershipId", q.display_name AS name, m.role, o.name AS "organisationName"
       FROM membership m JOIN person q ON q.id = m.person_id LEFT JOIN organisation o ON o.id = m.organisation_id
       WHERE m.id = ANY($1::uuid[])`,
      [ids],
    );
    return inOrder(ids, rows, ({ membershipId }) => membershipId);
  },
};

/** Who has read a message, and when. */
export interface Reading extends Writer {
  readonly messageId: string;
  readonly readAt: Date;
}

/** Who has read messages, the sender left out, in the order of reading. */
export const readingsOfMessage: LoaderDefinition<string, Reading[]> = {
  name: 'readingsOfMessage',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<Reading>(
      `SELECT c.message_id AS "messageId", c.read_at AS "readAt", m.id AS "membershipId", q.display_name AS name, m.role,
              o.name AS "organisationName"
       FROM message_taker c JOIN message x ON x.id = c.message_id AND x.sender_membership_id <> c.membership_id
       JOIN membership m ON m.id = c.membership_id JOIN person q ON q.id = m.person_id
       LEFT JOIN organisation o ON o.id = m.organisation_id
       WHERE c.message_id = ANY($1::uuid[]) AND c.read_at IS NOT NULL ORDER BY c.read_at, q.display_name`,
      [ids],
    );
    return grouped(ids, rows, ({ messageId }) => messageId);
  },
};

/** How many people a message went to, the sender left out. */
export const takersOfMessage: LoaderDefinition<string, number> = {
  name: 'takersOfMessage',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<{ id: string; count: number }>(
      `SELECT message_id AS id, count(*)::int - 1 AS count FROM message_taker WHERE message_id = ANY($1::uuid[]) GROUP BY 1`,
      [ids],
    );
    return inOrder(ids, rows, ({ id }) => id).map((row) => row?.count ?? 0);
  },
};

/** The files of messages that were reached before; those of a message that was taken back are gone with it. */
export const filesOfMessage: LoaderDefinition<string, MessageFile[]> = {
  name: 'filesOfMessage',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<MessageFile & Record<string, unknown>>(
      `SELECT ${messageFiles.select('x')} FROM message_file x JOIN message m ON m.id = x.message_id AND m.removed_at IS NULL
       WHERE x.message_id = ANY($1::uuid[]) ORDER BY x.created_at, x.id`,
      [ids],
    );
    return grouped(ids, rows, ({ messageId }) => messageId ?? '');
  },
};
