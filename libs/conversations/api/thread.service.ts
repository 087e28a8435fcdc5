import { type Audience, FROM_CONFIRMED, policy, reachSql, SqlParameters } from '@softmob/access';
import {
  type Ctx,
  findOne,
  findPage,
  inOrder,
  invalid,
  type LoaderDefinition,
  type Page,
  type PageInput,
} from '@softmob/api-kit';
import { tsqueryOf } from '@softmob/conversations-model';
import { messages, threads } from './conversation.sources';
import { type Message } from './message.entity';
import { aboutOf, type Taker, takersOf } from './takers';
import { type Thread } from './thread.entity';

const rules = policy.conversations;

/** Which conversations somebody wants to see. */
export interface ThreadWish {
  readonly unread?: boolean | null;
  readonly flowId?: string | null;
  readonly organisationId?: string | null;
}

/** The reader's conversations: those with something unread first, then by their newest message. */
export function findThreads(ctx: Ctx, wish: ThreadWish, page: PageInput): Promise<Page<Thread>> {
  const unread = `EXISTS (SELECT 1 FROM message_taker c WHERE c.thread_id = x.id AND c.membership_id = me.membership_id AND c.read_at IS NULL)`;
  return findPage(ctx, threads, page, {
    join: (parameters) =>
      `LEFT JOIN thread_member me ON me.thread_id = x.id AND me.membership_id = ${parameters.add(ctx.actor.membershipId)}::uuid`,
    where: (parameters) => {
      const parts = ['x.last_at IS NOT NULL'];
      if (wish.unread) parts.push(unread);
      if (wish.flowId) parts.push(`x.flow_id = ${parameters.add(wish.flowId)}::uuid`);
      if (wish.organisationId) {
        const partner = `${parameters.add(wish.organisationId)}::uuid`;
        parts.push(`x.kind = 'organisation' AND ${partner} IN (x.organisation_id, x.school_id)`);
      }
      return parts.join(' AND ');
    },
    sort: [
      { sql: `CASE WHEN ${unread} THEN 1 ELSE 0 END`, type: 'integer', descending: true },
      { sql: 'COALESCE(me.last_at, x.last_at)', type: 'timestamptz', descending: true },
    ],
  });
}

/** One conversation. @throws NOT_FOUND */
export const findThread = (ctx: Ctx, id: string): Promise<Thread> => findOne(ctx, threads, id);

/** The messages of a conversation that the reader got, the newest first. */
export function findMessages(ctx: Ctx, threadId: string, page: PageInput): Promise<Page<Message>> {
  return findPage(ctx, messages, page, {
    where: (parameters) => `x.thread_id = ${parameters.add(threadId)}::uuid`,
    sort: [{ sql: 'x.sent_at', type: 'timestamptz', descending: true }],
  });
}

/** What the reader got in all conversations and holds all these words, the newest first. @throws VALIDATION */
export function searchMessages(ctx: Ctx, text: string, page: PageInput): Promise<Page<Message>> {
  const words = tsqueryOf(text.slice(0, 200));
  if (!words) throw invalid('text', 'SEARCH_EMPTY', 'Write a word to look for.');
  return findPage(ctx, messages, page, {
    where: (parameters) => `x.words @@ to_tsquery('simple', plain_words(${parameters.add(words)}))`,
    sort: [{ sql: 'x.sent_at', type: 'timestamptz', descending: true }],
  });
}

/** Who takes part in conversations now. */
export const membersOfThread: LoaderDefinition<Thread, readonly Taker[]> = {
  name: 'membersOfThread',
  async batch(ctx, given) {
    const takers = await takersOf(ctx.db, given.map(aboutOf), ctx.actor.today);
    return given.map(({ id }) => takers.get(id) ?? []);
  },
};

/** What conversations are about, in words that their reader may know. */
export interface ThreadTitle {
  [column: string]: unknown;
  readonly id: string;
  readonly learner: string | null;
  readonly flowCode: string | null;
  readonly school: string;
  readonly organisation: string | null;
}

const FROM_THE_START: readonly Audience[] = [
  'sendingCoordinator',
  'sendingTeacher',
  'sendingFinance',
  'participant',
  'guardian',
];

/** A learner is named to a host or a company from the confirmed place on. */
export const titleOfThread: LoaderDefinition<string, ThreadTitle | null> = {
  name: 'titleOfThread',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<ThreadTitle>(
      `SELECT t.id, f.code AS "flowCode", s.name AS school, COALESCE(o.name, c.name) AS organisation,
              CASE WHEN $2 OR x.stage = ANY($3::text[]) THEN p.first_name || ' ' || p.last_name END AS learner
       FROM thread t JOIN organisation s ON s.id = t.school_id LEFT JOIN flow f ON f.id = t.flow_id
       LEFT JOIN mobility x ON x.id = t.mobility_id LEFT JOIN participant p ON p.id = x.participant_id
       LEFT JOIN organisation o ON o.id = t.organisation_id
       LEFT JOIN placement l ON t.kind = 'placement' AND l.id = t.subject_id LEFT JOIN organisation c ON c.id = l.company_id
       WHERE t.id = ANY($1::uuid[])`,
      [ids, FROM_THE_START.includes(ctx.actor.audience), FROM_CONFIRMED],
    );
    return inOrder(ids, rows, ({ id }) => id);
  },
};

/** How many messages of conversations the reader has not read. */
export const unreadOfThread: LoaderDefinition<string, number> = {
  name: 'unreadOfThread',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<{ id: string; count: number }>(
      `SELECT thread_id AS id, count(*)::int AS count FROM message_taker
       WHERE membership_id = $2 AND read_at IS NULL AND thread_id = ANY($1::uuid[]) GROUP BY 1`,
      [ids, ctx.actor.membershipId],
    );
    return inOrder(ids, rows, ({ id }) => id).map((row) => row?.count ?? 0);
  },
};

/** The newest message of conversations that the reader got. */
export const lastMessageOfThread: LoaderDefinition<string, Message | null> = {
  name: 'lastMessageOfThread',
  async batch(ctx, ids) {
    const parameters = new SqlParameters();
    const keys = parameters.add(ids);
    const mine = parameters.add(ctx.actor.membershipId);
    const reached = reachSql(rules.reachMessage, ctx.actor, parameters, 'x');
    const rows = await ctx.db.query<Message & Record<string, unknown>>(
      `SELECT ${messages.select('x')} FROM thread t LEFT JOIN thread_member me ON me.thread_id = t.id AND me.membership_id = ${mine}
       JOIN message x ON x.id = COALESCE(me.last_message_id, t.last_message_id)
       WHERE t.id = ANY(${keys}::uuid[]) AND ${reached}`,
      parameters.values,
    );
    return inOrder(ids, rows, ({ threadId }) => threadId);
  },
};
