import { type Actor, type Audience, PORTAL_AUDIENCES, type PortalKey, PORTALS, publicActor } from '@softmob/access';
import { type Ctx, type Db, type Runtime } from '@softmob/api-kit';
import { v7 as uuid } from 'uuid';
import { hashToken, newToken } from './secrets';

const DAYS = 86_400_000;
const ACCOUNT_SESSION_DAYS = 14;
const SEAT_SESSION_DAYS = 1;

/** Each portal keeps its own cookie, so that one browser may be signed in to several at once. */
export const cookieName = (portal: string): string => `softmob-${portal}`;

function cookie(ctx: Ctx, portal: string, value: string, maxAgeSeconds: number): void {
  const secure = ctx.runtime.settings.secureCookies ? '; Secure' : '';
  ctx.cookies.push(
    `${cookieName(portal)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${String(maxAgeSeconds)}${secure}`,
  );
}

/** Opens a session for a person whose identity has just been proved, and sets its cookie. */
export async function openSession(
  ctx: Ctx,
  db: Db,
  portal: PortalKey,
  personId: string,
  seat: { id: string; expiresAt: Date } | null,
): Promise<void> {
  const token = newToken();
  const now = ctx.clock.real().getTime();
  const wanted = now + (seat ? SEAT_SESSION_DAYS : ACCOUNT_SESSION_DAYS) * DAYS;
  const expiresAt = new Date(seat ? Math.min(wanted, seat.expiresAt.getTime()) : wanted);
  await db.query(
    `INSERT INTO session (id, token_hash, person_id, seat_id, portal, created_at, expires_at, ip, user_agent)
     VALUES ($1, $2, $3, $4, $5, now(), $6, $7, $8)`,
    [uuid(), hashToken(token), personId, seat?.id ?? null, portal, expiresAt, ctx.request.ip, ctx.request.userAgent],
  );
  cookie(ctx, portal, token, Math.floor((expiresAt.getTime() - now) / 1_000));
}

/** Ends the session of this request. */
export async function closeSession(ctx: Ctx): Promise<void> {
  if (!ctx.request.sessionId || !ctx.request.portal) return;
  await ctx.db.query('UPDATE session SET revoked_at = now() WHERE id = $1', [ctx.request.sessionId]);
  cookie(ctx, ctx.request.portal, '', 0);
}

/** Who a request is, as the session and the membership it names tell. */
export interface Identified {
  readonly actor: Actor;
  readonly sessionId: string | null;
  /** Whether a token was there that opens nothing (any more) under the membership that is named. */
  readonly sessionEnded: boolean;
  readonly seatId: string | null;
  readonly locale: string | null;
}

interface SessionRow {
  sessionId: string;
  personId: string;
  locale: string;
  seatId: string | null;
  membershipId: string;
  role: Audience;
  organisationId: string | null;
  mobilityIds: string[] | null;
}

/**
 * Finds the actor of a request: the session's token, the portal it speaks for and, where the person has several
 * memberships there, the one it names. One statement. Without a valid session, or with a membership that is not the
 * session's, the request is the public's.
 */
export async function identify(
  runtime: Runtime,
  db: Db,
  token: string | null,
  portal: string | null,
  membershipId: string | null,
): Promise<Identified> {
  const actor = publicActor(runtime.clock.today());
  const nobody = { actor, sessionId: null, sessionEnded: false, seatId: null, locale: null };
  const key = PORTALS.find((name) => name === portal);
  if (!token || !key) return nobody;
  const [row] = await db.query<SessionRow>(
    `SELECT s.id AS "sessionId", s.person_id AS "personId", p.locale, s.seat_id AS "seatId", m.id AS "membershipId",
            m.role, m.organisation_id AS "organisationId", seat.mobility_ids AS "mobilityIds"
     FROM session s
     JOIN person p ON p.id = s.person_id
     LEFT JOIN seat ON seat.id = s.seat_id
     JOIN membership m ON m.person_id = s.person_id AND m.ended_at IS NULL AND m.role = ANY($3::text[])
       AND (s.seat_id IS NULL OR m.id = seat.membership_id)
     WHERE s.token_hash = $1 AND s.portal = $2 AND s.revoked_at IS NULL AND s.expires_at > now()
       AND (s.seat_id IS NULL OR (seat.revoked_at IS NULL AND seat.expires_at > now()))
       AND ($4::uuid IS NULL OR m.id = $4::uuid)
     ORDER BY array_position($3::text[], m.role), m.created_at LIMIT 1`,
    [hashToken(token), key, PORTAL_AUDIENCES[key], membershipId],
  );
  if (!row) return { ...nobody, sessionEnded: true };
  return {
    sessionEnded: false,
    actor: {
      audience: row.role,
      personId: row.personId,
      membershipId: row.membershipId,
      organisationId: row.organisationId,
      seatMobilityIds: row.mobilityIds,
      today: runtime.clock.today(),
    },
    sessionId: row.sessionId,
    seatId: row.seatId,
    locale: row.locale,
  };
}

/** The actor of a membership as of now, for jobs; null once it has ended. */
export async function actorOfMembership(runtime: Runtime, membershipId: string): Promise<Actor | null> {
  const { rows } = await runtime.pool.query<{ personId: string; role: Audience; organisationId: string | null }>(
    `SELECT person_id AS "personId", role, organisation_id AS "organisationId"
     FROM membership WHERE id = $1 AND ended_at IS NULL`,
    [membershipId],
  );
  const row = rows[0];
  if (!row) return null;
  const { personId, organisationId, role: audience } = row;
  return { audience, personId, membershipId, organisationId, seatMobilityIds: null, today: runtime.clock.today() };
}

/** Where the database tells, by its id, that a session ended, a membership ended, or a seat is not what it was. */
export const ENDINGS = {
  session: 'softmob_session_ended',
  membership: 'softmob_membership_ended',
  seat: 'softmob_seat_changed',
} as const;

/** Somebody whose connection has stayed open since they were identified. */
export interface StillThere {
  readonly sessionId: string;
  readonly membershipId: string;
  readonly mobilityIds: readonly string[] | null;
}

/** Which of them would not be identified as the same any more: positions in the list. One statement. */
export async function findGone(runtime: Runtime, open: readonly StillThere[]): Promise<number[]> {
  if (open.length === 0) return [];
  const { rows } = await runtime.pool.query<{ at: number }>(
    `SELECT o.at::int - 1 AS at
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS ("sessionId" uuid, "membershipId" uuid, "mobilityIds" jsonb))
       WITH ORDINALITY AS o("sessionId", "membershipId", "mobilityIds", at)
     WHERE NOT EXISTS (
       SELECT 1 FROM session s JOIN membership m ON m.id = o."membershipId" AND m.ended_at IS NULL
         LEFT JOIN seat ON seat.id = s.seat_id
       WHERE s.id = o."sessionId" AND s.revoked_at IS NULL AND s.expires_at > now()
         AND (s.seat_id IS NULL OR (seat.revoked_at IS NULL AND seat.expires_at > now()
           AND to_jsonb(seat.mobility_ids) = o."mobilityIds")))`,
    [JSON.stringify(open)],
  );
  return rows.map(({ at }) => at);
}
