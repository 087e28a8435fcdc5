import { policy } from '@softmob/access';
import { type Ctx, type Db, forbidden, validate, write } from '@softmob/api-kit';
import { mayBeOff } from '@softmob/messaging-model';
import { type MailPreference } from './notification.entity';
import { DEFAULT_TIME_ZONE, mailPreferences } from './notification.loaders';
import { type MailPreferencesType } from './notification.type';
import { CHOOSABLE, type MailPreferencesInput, preferencesSchema } from './preferences.input';

async function chosenBy(db: Db, personId: string): Promise<MailPreference | null> {
  const [row] = await db.query<MailPreference & Record<string, unknown>>(
    `SELECT ${mailPreferences.select('x')} FROM mail_preference x WHERE x.person_id = $1`,
    [personId],
  );
  return row ?? null;
}

/** The topics about which the house sends e-mails that a person may choose about. */
function topicsOf(ctx: Ctx): string[] {
  const used = new Set(ctx.runtime.topics.values());
  return CHOOSABLE.filter((topic) => used.has(topic));
}

function shown(ctx: Ctx, chosen: MailPreference | null): MailPreferencesType {
  return {
    topics: topicsOf(ctx).map((topic) => ({
      topic,
      delivery: chosen?.deliveries[topic] ?? 'once',
      mayBeOff: mayBeOff(topic),
    })),
    quietFrom: chosen?.quietFrom ?? null,
    quietUntil: chosen?.quietUntil ?? null,
    timeZone: chosen?.timeZone ?? DEFAULT_TIME_ZONE,
  };
}

/** How the reader is told. */
export async function readPreferences(ctx: Ctx): Promise<MailPreferencesType> {
  return shown(ctx, await chosenBy(ctx.db, ctx.personId));
}

/**
 * Chooses how the reader is told; e-mails that wait already keep their time. Who came by a one-link seat has no account
 * to choose for. @throws FORBIDDEN for a seat, VALIDATION for what may not be switched off
 */
export function choosePreferences(ctx: Ctx, given: MailPreferencesInput): Promise<MailPreferencesType> {
  const input = validate(preferencesSchema, given);
  return write(ctx, policy.messaging.choosePreferences, async (tx) => {
    if (ctx.request.seatId) throw forbidden('Only somebody with an account chooses how to be told.');
    const before = await chosenBy(tx.db, ctx.personId);
    const chosen = Object.fromEntries(input.topics.map(({ topic, delivery }) => [topic, delivery]));
    const after: MailPreference = {
      personId: ctx.personId,
      deliveries: { ...before?.deliveries, ...chosen },
      quietFrom: input.quietFrom,
      quietUntil: input.quietUntil,
      timeZone: input.timeZone,
    };
    await tx.db.query(
      `INSERT INTO mail_preference (person_id, deliveries, quiet_from, quiet_until, time_zone) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (person_id) DO UPDATE SET deliveries = excluded.deliveries, quiet_from = excluded.quiet_from,
         quiet_until = excluded.quiet_until, time_zone = excluded.time_zone`,
      [after.personId, JSON.stringify(after.deliveries), after.quietFrom, after.quietUntil, after.timeZone],
    );
    await tx.event({
      type: 'mail-preferences.chosen',
      subjectType: 'person',
      subjectId: ctx.personId,
      before: before && { ...before },
      after: { ...after },
    });
    return shown(ctx, after);
  });
}
