import { policy, reachSql, SqlParameters } from '@softmob/access';
import { type Ctx, type LiveEvent } from '@softmob/api-kit';
import { messages } from './conversation.sources';
import { type ThreadNewsType } from './conversation.type';
import { type Message } from './message.entity';
import { countUnreadMessages } from './message.service';

async function reached(ctx: Ctx, id: string): Promise<Message | null> {
  const parameters = new SqlParameters();
  const key = parameters.add(id);
  const within = reachSql(policy.conversations.reachMessage, ctx.actor, parameters, 'x');
  const [row] = await ctx.db.query<Message & Record<string, unknown>>(
    `SELECT ${messages.select('x')} FROM message x WHERE x.id = ${key}::uuid AND ${within}`,
    parameters.values,
  );
  return row ?? null;
}

/** What an event says to this reader: the message within their reach, and how many are unread. */
export async function threadNews(ctx: Ctx, { detail }: LiveEvent): Promise<ThreadNewsType> {
  const [kind = '', threadId = '', messageId = ''] = (detail ?? '').split('/');
  const [message, unread] = await Promise.all([
    messageId ? reached(ctx, messageId) : Promise.resolve(null),
    countUnreadMessages(ctx),
  ]);
  // Another membership of the same person: its conversation is not named here.
  if (messageId && !message) return { kind: null, threadId: null, message: null, unread };
  return { kind: kind || null, threadId: threadId || null, message: message as ThreadNewsType['message'], unread };
}
