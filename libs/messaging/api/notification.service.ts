import { policy, reachSql, SqlParameters } from '@softmob/access';
import {
  type Ctx,
  DONE,
  findPage,
  type LiveEvent,
  notFound,
  type Page,
  type PageInput,
  type Receipt,
  type Tx,
  validate,
  write,
} from '@softmob/api-kit';
import { z } from 'zod';
import { type Notification } from './notification.entity';
import { notifications } from './notification.loaders';
import { type NewsType } from './notification.type';
import { NEWS_CHANNEL } from './post';

/** The reader's own notifications, the newest first. */
export function findNotifications(ctx: Ctx, unread: boolean, page: PageInput): Promise<Page<Notification>> {
  return findPage(ctx, notifications, page, {
    where: () => (unread ? 'x.read_at IS NULL' : 'TRUE'),
    sort: [{ sql: 'x.created_at', type: 'timestamptz', descending: true }],
  });
}

/** How many of the reader's own notifications are unread. */
export async function countUnread(ctx: Ctx): Promise<number> {
  const parameters = new SqlParameters();
  const reached = reachSql(policy.messaging.reachNotification, ctx.actor, parameters, 'x');
  const [row] = await ctx.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM notification x WHERE ${reached} AND x.read_at IS NULL`,
    parameters.values,
  );
  return row?.count ?? 0;
}

/** What an event says to this reader: the notification within their reach, and how many are unread. Two statements. */
export async function newsOf(ctx: Ctx, { detail }: LiveEvent): Promise<NewsType> {
  const parameters = new SqlParameters();
  const id = parameters.add(detail || null);
  const reached = reachSql(policy.messaging.reachNotification, ctx.actor, parameters, 'x');
  const [rows, unread] = await Promise.all([
    ctx.db.query<Notification & Record<string, unknown>>(
      `SELECT ${notifications.select('x')} FROM notification x WHERE x.id = ${id}::uuid AND ${reached}`,
      parameters.values,
    ),
    countUnread(ctx),
  ]);
  return { notification: (rows[0] ?? null) as NewsType['notification'], unread };
}

const idsInput = z.object({ ids: z.array(z.uuid()).min(1).max(500) });

/** The reader's other windows hear that the count changed. */
function tellOwnWindows(tx: Tx): void {
  tx.db.queryAhead(`SELECT pg_notify('${NEWS_CHANNEL}', $1)`, [`${tx.ctx.personId}/`]);
}

/** Marks up to 500 of the reader's own notifications as read. @throws NOT_FOUND where one of them is not theirs */
export function markRead(ctx: Ctx, given: readonly string[]): Promise<Receipt> {
  const { ids } = validate(idsInput, { ids: given });
  return write(ctx, policy.messaging.markRead, async (tx) => {
    const parameters = new SqlParameters();
    const wanted = parameters.add(ids);
    const reached = reachSql(policy.messaging.reachNotification, ctx.actor, parameters, 'x');
    const rows = await tx.db.query<{ id: string }>(
      `UPDATE notification x SET read_at = COALESCE(x.read_at, ${parameters.add(ctx.clock.now())})
       WHERE x.id = ANY(${wanted}::uuid[]) AND ${reached} RETURNING x.id`,
      parameters.values,
    );
    if (rows.length !== new Set(ids).size) throw notFound(notifications.name);
    tellOwnWindows(tx);
    return DONE;
  });
}

/** Marks all of the reader's own notifications as read. */
export function markAllRead(ctx: Ctx): Promise<Receipt> {
  return write(ctx, policy.messaging.markRead, async (tx) => {
    const parameters = new SqlParameters();
    const reached = reachSql(policy.messaging.reachNotification, ctx.actor, parameters, 'x');
    await tx.db.query(
      `UPDATE notification x SET read_at = ${parameters.add(ctx.clock.now())} WHERE x.read_at IS NULL AND ${reached}`,
      parameters.values,
    );
    tellOwnWindows(tx);
    return DONE;
  });
}

/** Marks what leads to a place of the portal as read, once the reader has been there themselves. */
export async function readLinked(tx: Tx, link: string): Promise<void> {
  const rows = await tx.db.query<{ id: string }>(
    `UPDATE notification SET read_at = $2 WHERE person_id = $1 AND read_at IS NULL
       AND (link = $3 OR starts_with(link, $3 || '?')) RETURNING id`,
    [tx.ctx.personId, tx.ctx.clock.now(), link],
  );
  if (rows.length > 0) tellOwnWindows(tx);
}
