import { createHash, randomBytes } from 'node:crypto';
import { policy } from '@softmob/access';
import { Ctx, forbidden, type Receipt, DONE, source, type Tx, write } from '@softmob/api-kit';
import { v7 as uuid } from 'uuid';
import { CalendarFeed } from './calendar-feed.entity';

const { ownCalendar } = policy.processes;
const feeds = source(CalendarFeed, { name: 'calendar feed', reach: null, secret: ['secretHash'] });

/** What is stored of a secret. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A feed that was just made, with the one sight of its address. */
export interface MadeFeed extends CalendarFeed {
  readonly url: string;
}

/** The membership whose calendar this is. @throws FORBIDDEN for a one-link seat: it ends, a subscription would stay */
function ownerOf(ctx: Ctx): string {
  if (!ctx.actor.membershipId || ctx.request.seatId) throw forbidden('A calendar needs an account of one’s own.');
  return ctx.actor.membershipId;
}

/** The reader's own feed, if there is one. */
export async function ownFeed(ctx: Ctx): Promise<CalendarFeed | null> {
  if (ctx.request.seatId) return null;
  const [feed] = await ctx.db.query<CalendarFeed>(
    `SELECT ${feeds.select('x')} FROM calendar_feed x WHERE x.membership_id = $1 AND x.revoked_at IS NULL`,
    [ctx.actor.membershipId],
  );
  return feed ?? null;
}

async function end(tx: Tx, membershipId: string): Promise<void> {
  const ended = await tx.db.query<{ id: string }>(
    'UPDATE calendar_feed SET revoked_at = now() WHERE membership_id = $1 AND revoked_at IS NULL RETURNING id',
    [membershipId],
  );
  await tx.events(ended.map(({ id }) => fact(tx, 'calendar-feed.revoked', id)));
}

const fact = (tx: Tx, type: string, subjectId: string) => ({
  type,
  subjectType: 'calendar-feed',
  subjectId,
  organisationId: tx.actor.organisationId,
});

/**
 * Makes the reader's feed and says its address once; an earlier one ends. A repeated call makes another one, so that
 * the secret is never kept beside an idempotency key.
 */
export async function createCalendarFeed(ctx: Ctx): Promise<MadeFeed> {
  const membershipId = ownerOf(ctx);
  const secret = randomBytes(32).toString('base64url');
  const once = new Ctx(ctx.runtime, ctx.actor, { ...ctx.request, idempotencyKey: null });
  const made = await write(once, ownCalendar, async (tx) => {
    await tx.db.query('SELECT 1 FROM membership WHERE id = $1 FOR UPDATE', [membershipId]);
    await end(tx, membershipId);
    const [feed] = await tx.insert(feeds, [
      { id: uuid(), membershipId, secretHash: hashSecret(secret), createdAt: tx.ctx.clock.real() },
    ]);
    if (!feed) throw forbidden();
    await tx.event(fact(tx, 'calendar-feed.created', feed.id));
    return feed;
  });
  return { ...made, url: `${ctx.runtime.settings.publicUrl}/api/calendar/${secret}.ics` };
}

/** Ends the reader's feed: its address is nobody's any more. */
export function revokeCalendarFeed(ctx: Ctx): Promise<Receipt> {
  const membershipId = ownerOf(ctx);
  return write(ctx, ownCalendar, async (tx) => {
    await end(tx, membershipId);
    return DONE;
  });
}
