import { type Audience } from '@softmob/access';
import { type Ctx, type Tx } from '@softmob/api-kit';
import { v7 as uuid } from 'uuid';
import { hashToken, newToken } from './secrets';

/** Somebody to be known by e-mail. */
export interface PersonFacts {
  readonly email: string;
  readonly displayName: string;
  readonly locale: string;
}

export const normaliseEmail = (email: string): string => email.trim().toLowerCase();

/** Finds or creates people by e-mail in one statement; returns id by (lower-cased) e-mail. Known people keep their name. */
export async function knowPeople(tx: Tx, facts: readonly PersonFacts[]): Promise<ReadonlyMap<string, string>> {
  const unique = new Map(facts.map((fact) => [normaliseEmail(fact.email), fact]));
  if (unique.size === 0) return new Map();
  const records = [...unique].map(([email, fact]) => ({
    id: uuid(),
    email,
    name: fact.displayName,
    locale: fact.locale,
  }));
  const rows = await tx.db.query<{ id: string; email: string }>(
    `INSERT INTO person (id, email, display_name, locale, created_at, version)
     SELECT r.id, r.email, r.name, r.locale, now(), 1
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, email text, name text, locale text)
     ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id, email`,
    [JSON.stringify(records)],
  );
  return new Map(rows.map((row) => [row.email, row.id]));
}

/** A membership to be held. */
export interface MembershipFacts {
  readonly personId: string;
  readonly organisationId: string | null;
  readonly role: Audience;
  readonly title?: string | null;
  readonly phone?: string | null;
}

/** Gives memberships; one that already stands stays as it is. Returns their ids by `person:organisation:role`. */
export async function giveMemberships(tx: Tx, facts: readonly MembershipFacts[]): Promise<ReadonlyMap<string, string>> {
  if (facts.length === 0) return new Map();
  const records = facts.map((fact) => ({ id: uuid(), ...fact }));
  const rows = await tx.db.query<{ id: string; personId: string; organisationId: string | null; role: string }>(
    `INSERT INTO membership (id, person_id, organisation_id, role, title, phone, created_at)
     SELECT DISTINCT ON (r."personId", r."organisationId", r.role) r.id, r."personId", r."organisationId", r.role, r.title, r.phone, now()
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "personId" uuid, "organisationId" uuid, role text, title text, phone text)
     ON CONFLICT ON CONSTRAINT membership_once DO UPDATE SET ended_at = NULL
     RETURNING id, person_id AS "personId", organisation_id AS "organisationId", role`,
    [JSON.stringify(records)],
  );
  return new Map(rows.map((row) => [membershipKey(row.personId, row.organisationId, row.role), row.id]));
}

export const membershipKey = (personId: string, organisationId: string | null, role: string): string =>
  `${personId}:${organisationId ?? ''}:${role}`;

/** Somebody to be invited to an account by a mailed link. */
export interface InviteFacts {
  readonly personId: string;
  readonly membershipId: string;
  readonly email: string;
  readonly displayName: string;
  readonly locale: string;
  readonly organisationName: string;
  /** Which portal the link leads to. */
  readonly portal: string;
}

const INVITATION_DAYS = 30;

/** Sends invitations (or reminders: an earlier link stops working) in three statements for any number of people. */
export async function invitePeople(
  tx: Tx,
  facts: readonly InviteFacts[],
  template = 'identity:invitation',
): Promise<void> {
  if (facts.length === 0) return;
  const withTokens = facts.map((fact) => ({ ...fact, id: uuid(), token: newToken() }));
  const expiresAt = new Date(tx.ctx.clock.real().getTime() + INVITATION_DAYS * 86_400_000);
  await tx.db.query(
    `WITH wanted AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "personId" uuid, "membershipId" uuid, hash text)),
     ended AS (UPDATE invitation i SET expires_at = now() FROM wanted w WHERE i.membership_id = w."membershipId" AND i.used_at IS NULL)
     INSERT INTO invitation (id, person_id, membership_id, purpose, token_hash, sent_at, expires_at)
     SELECT id, "personId", "membershipId", 'account', hash, now(), $2 FROM wanted`,
    [
      JSON.stringify(
        withTokens.map(({ id, personId, membershipId, token }) => ({
          id,
          personId,
          membershipId,
          hash: hashToken(token),
        })),
      ),
      expiresAt,
    ],
  );
  await tx.mails(
    withTokens.map((fact) => ({
      recipient: fact.email,
      recipientName: fact.displayName,
      template,
      locale: fact.locale,
      organisationId: tx.actor.organisationId,
      data: {
        name: fact.displayName,
        organisation: fact.organisationName,
        url: `${tx.ctx.runtime.settings.publicUrl}/${fact.portal}/invitation/${fact.token}`,
        until: expiresAt.toISOString().slice(0, 10),
      },
    })),
  );
}

/** A one-link seat to be made. */
export interface SeatFacts {
  readonly membershipId: string;
  readonly mobilityIds: readonly string[];
  /** The last day of these mobilities. */
  readonly lastDay: string;
}

/** How long after the last day a link still opens: time enough for the final assessment. */
const SEAT_DAYS_AFTER = 60;
const SEAT_DAYS_AT_LEAST = 30;
const DAY_MS = 86_400_000;

/** Links live in real time, days of mobilities in business time, which a demo may have moved. */
function seatEnd({ clock }: Ctx, today: string, lastDay: string): Date {
  const days = (Date.parse(lastDay) - Date.parse(today)) / DAY_MS + SEAT_DAYS_AFTER;
  return new Date(clock.real().getTime() + Math.max(SEAT_DAYS_AT_LEAST, days) * DAY_MS);
}

/** Makes one-link seats in one statement, which end 60 days after the last day; returns the secret link of each, in order. */
export async function makeSeats(tx: Tx, portal: string, facts: readonly SeatFacts[]): Promise<string[]> {
  if (facts.length === 0) return [];
  const records = facts.map((fact) => ({
    ...fact,
    id: uuid(),
    token: newToken(),
    expiresAt: seatEnd(tx.ctx, tx.actor.today, fact.lastDay),
  }));
  await tx.db.query(
    `INSERT INTO seat (id, membership_id, mobility_ids, token_hash, created_at, expires_at, code_tries)
     SELECT r.id, r."membershipId", ARRAY(SELECT jsonb_array_elements_text(r."mobilityIds")::uuid), r.hash, now(), r."expiresAt", 0
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "membershipId" uuid, "mobilityIds" jsonb, hash text, "expiresAt" timestamptz)`,
    [JSON.stringify(records.map(({ token, ...record }) => ({ ...record, hash: hashToken(token) })))],
  );
  return records.map(({ token }) => `${tx.ctx.runtime.settings.publicUrl}/${portal}/seat/${token}`);
}
