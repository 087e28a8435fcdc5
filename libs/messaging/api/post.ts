import { type Audience, PORTAL_AUDIENCES, type PortalKey, PORTALS } from '@softmob/access';
import { type MailDelivery, type Post, type PostedMail, type Tx } from '@softmob/api-kit';
import { type DeliveryChoices, endOfQuiet, isUrgent, mayBeOff } from '@softmob/messaging-model';
import { type Notification } from './notification.entity';
import { DEFAULT_TIME_ZONE } from './notification.loaders';

interface Held {
  readonly id: string;
  readonly role: Audience;
  readonly organisationId: string | null;
}

/** The person behind an address, what they chose, and the memberships they hold. */
interface Addressee {
  [column: string]: unknown;
  readonly personId: string;
  readonly email: string;
  readonly deliveries: DeliveryChoices | null;
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly timeZone: string | null;
  readonly memberships: readonly Held[] | null;
}

/** A digest waits for the morning, for whoever has not set quiet hours. */
const NIGHT = { from: '00:00', until: '07:00' };

async function addresseesOf(tx: Tx, mails: readonly PostedMail[]): Promise<Map<string, Addressee>> {
  const rows = await tx.db.query<Addressee>(
    `SELECT p.id AS "personId", p.email, f.deliveries, f.quiet_from AS "quietFrom", f.quiet_until AS "quietUntil",
            f.time_zone AS "timeZone",
            (SELECT jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'organisationId', m.organisation_id))
             FROM membership m WHERE m.person_id = p.id AND m.ended_at IS NULL) AS memberships
     FROM person p LEFT JOIN mail_preference f ON f.person_id = p.id WHERE p.email = ANY($1::text[])`,
    [mails.map(({ recipient }) => recipient.toLowerCase())],
  );
  return new Map(rows.map((row) => [row.email, row]));
}

function deliveryOf(tx: Tx, { topic }: PostedMail, reader: Addressee | undefined): MailDelivery {
  if (!reader || isUrgent(topic)) return { notBefore: null };
  const choice = reader.deliveries?.[topic] ?? 'once';
  if (choice === 'off' && mayBeOff(topic)) return 'never';
  if (choice === 'digest') return 'digest';
  const own = reader.quietFrom && reader.quietUntil ? { from: reader.quietFrom, until: reader.quietUntil } : null;
  const quiet = own ?? (topic === 'digest' ? NIGHT : null);
  const timeZone = reader.timeZone ?? DEFAULT_TIME_ZONE;
  return { notBefore: quiet && endOfQuiet(tx.ctx.clock.real(), { ...quiet, timeZone }) };
}

/** Links that let in whoever holds them: they stay in the e-mail. */
const SECRET = /\/(?:seat|invitation|reset)\//;

/** Where the thing itself stands: the portal and the path in it. */
function placeOf(tx: Tx, { page, data }: PostedMail): { portal: PortalKey | null; link: string | null } {
  const { publicUrl } = tx.ctx.runtime.settings;
  const url = typeof data.url === 'string' && data.url.startsWith(publicUrl) ? data.url.slice(publicUrl.length) : '';
  const path = page ?? url;
  const portal = PORTALS.find((key) => path === `/${key}` || path.startsWith(`/${key}/`)) ?? null;
  if (!portal) return { portal: null, link: null };
  return { portal, link: SECRET.test(path) ? '/' : path.slice(portal.length + 1) || '/' };
}

/** The one membership that is meant; null where several may be. */
function membershipFor(mail: PostedMail, portal: PortalKey | null, held: readonly Held[]): string | null {
  const inPortal = portal ? held.filter(({ role }) => PORTAL_AUDIENCES[portal].includes(role)) : held;
  const inRole = inPortal.filter(({ role }) => role === mail.data.role);
  const inOrganisation = (inRole.length > 0 ? inRole : inPortal).filter(
    ({ organisationId }) => organisationId === mail.organisationId,
  );
  const [only, other] = [inOrganisation, inRole, inPortal].find((some) => some.length > 0) ?? [];
  return only && !other ? only.id : null;
}

function notificationOf(tx: Tx, mail: PostedMail, reader: Addressee): Notification {
  const { portal, link } = placeOf(tx, mail);
  const open = Object.entries(mail.data).filter(([, value]) => !(typeof value === 'string' && SECRET.test(value)));
  return {
    id: mail.id,
    personId: reader.personId,
    membershipId: membershipFor(mail, portal, reader.memberships ?? []),
    portal,
    topic: mail.topic,
    template: mail.template,
    data: Object.fromEntries(open),
    link,
    mobilityIds: [...(mail.mobilityIds ?? [])],
    createdAt: tx.ctx.clock.now(),
    readAt: null,
  };
}

/** Channel on which every process hears of new notifications, as `person/notification`. */
export const NEWS_CHANNEL = 'softmob_notification';

/** Writes them in one statement, which also wakes whoever listens once the transaction has committed. */
function tell(tx: Tx, rows: readonly Notification[]): void {
  tx.db.queryAhead(
    `WITH told AS (
       INSERT INTO notification (id, person_id, membership_id, portal, topic, template, data, link, mobility_ids, created_at)
       SELECT n.id, n."personId", n."membershipId", n.portal, n.topic, n.template, n.data, n.link,
              ARRAY(SELECT jsonb_array_elements_text(n."mobilityIds")::uuid), n."createdAt"
       FROM jsonb_to_recordset($1::jsonb) AS n(id uuid, "personId" uuid, "membershipId" uuid, portal text, topic text, template text, data jsonb, link text, "mobilityIds" jsonb, "createdAt" timestamptz)
       RETURNING id, person_id
     ) SELECT pg_notify('${NEWS_CHANNEL}', person_id || '/' || id) FROM told`,
    [JSON.stringify(rows)],
  );
}

/** Tells in the portal what an e-mail tells, and lets the reader's choices say when the e-mail goes. Two statements. */
export const post: Post = async (tx, mails) => {
  const addressees = await addresseesOf(tx, mails);
  const readerOf = (mail: PostedMail) => addressees.get(mail.recipient.toLowerCase());
  const told = mails.flatMap((mail) => {
    const reader = readerOf(mail);
    const inPortal = mail.topic !== 'security' && mail.topic !== 'digest';
    return reader && inPortal ? [notificationOf(tx, mail, reader)] : [];
  });
  if (told.length > 0) tell(tx, told);
  return mails.map((mail) => deliveryOf(tx, mail, readerOf(mail)));
};
