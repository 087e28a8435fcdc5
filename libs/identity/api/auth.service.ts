import { PORTAL_AUDIENCES, type PortalKey, PORTALS, portalOf } from '@softmob/access';
import { type Ctx, DomainError, forbidden, invalid, notFound, Tx, validate } from '@softmob/api-kit';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { hashPassword, verifyPassword } from './password';
import { normaliseEmail } from './people.service';
import { hashToken, newCode, newToken } from './secrets';
import { openSession } from './session.service';
import { countGuess, countSending, forgiveGuess } from './throttle';

const MINUTE = 60_000;
const RESET_MINUTES = 60;
const CODE_MINUTES = 15;
const CODE_TRIES = 5;

const email = z.email({ error: 'Write an e-mail address such as name@school.example.' });
const newPassword = z
  .string()
  .min(12, { error: 'Use at least 12 characters: three or four unrelated words are easy to remember.' })
  .max(200, { error: 'Use at most 200 characters.' });

function portalOfRequest(ctx: Ctx): PortalKey {
  const portal = PORTALS.find((key) => key === ctx.request.portal);
  if (!portal) throw invalid('portal', 'PORTAL_UNKNOWN', 'Name the portal in the header x-softmob-acting-as.');
  return portal;
}

/** Signs a person in to the portal of this request. @throws UNAUTHENTICATED, FORBIDDEN (another portal), RATE_LIMITED */
export async function signIn(ctx: Ctx, input: { email: string; password: string }): Promise<void> {
  const portal = portalOfRequest(ctx);
  const { email: address, password } = validate(z.object({ email, password: z.string().min(1).max(200) }), input);
  const account = normaliseEmail(address);
  await countGuess(ctx.runtime, account, ctx.request.ip);
  const [person] = await ctx.db.query<{ id: string; passwordHash: string | null; roles: string[] }>(
    `SELECT p.id, p.password_hash AS "passwordHash",
            ARRAY(SELECT m.role FROM membership m WHERE m.person_id = p.id AND m.ended_at IS NULL) AS roles
     FROM person p WHERE p.email = $1`,
    [account],
  );
  if (!(await verifyPassword(person?.passwordHash ?? null, password)) || !person) {
    throw new DomainError('UNAUTHENTICATED', 'The e-mail address or the password is not right.', {
      reason: 'WRONG_PASSWORD',
    });
  }
  const portals = new Set(person.roles.map((role) => portalOf(role as never)));
  if (!PORTAL_AUDIENCES[portal].some((audience) => person.roles.includes(audience))) {
    throw new DomainError('FORBIDDEN', 'This account belongs to another portal.', {
      reason: 'OTHER_PORTAL',
      portals: [...portals].filter((key) => key !== null),
    });
  }
  await forgiveGuess(ctx.runtime, account, ctx.request.ip);
  await openSession(ctx, ctx.db, portal, person.id, null);
}

interface OpenInvitation {
  id: string;
  personId: string;
  membershipId: string | null;
  purpose: 'account' | 'password';
  displayName: string;
  email: string;
  organisationId: string | null;
  role: string | null;
}

/** Whose link this is, before it is used. @throws NOT_FOUND for a link that is wrong, used or out of time */
export async function findInvitation(ctx: Ctx, token: string): Promise<OpenInvitation> {
  const guess = `link:${token.slice(0, 6)}`;
  await countGuess(ctx.runtime, guess, ctx.request.ip);
  const [row] = await ctx.db.query<OpenInvitation>(
    `SELECT i.id, i.person_id AS "personId", i.membership_id AS "membershipId", i.purpose, p.display_name AS "displayName",
            p.email, m.organisation_id AS "organisationId", m.role
     FROM invitation i JOIN person p ON p.id = i.person_id LEFT JOIN membership m ON m.id = i.membership_id
     WHERE i.token_hash = $1 AND i.used_at IS NULL AND i.expires_at > now()`,
    [hashToken(token)],
  );
  if (!row) throw notFound('link');
  await forgiveGuess(ctx.runtime, guess, ctx.request.ip);
  return row;
}

/** Sets the password behind an invitation or reset link, ends other sessions, and signs the person in. */
export async function acceptInvitation(
  ctx: Ctx,
  input: { token: string; password: string; locale?: string | null },
): Promise<void> {
  const portal = portalOfRequest(ctx);
  const schema = z.object({ token: z.string().min(20), password: newPassword, locale: z.enum(['en', 'it']).nullish() });
  const { token, password, locale } = validate(schema, input);
  const invitation = await findInvitation(ctx, token);
  const passwordHash = await hashPassword(password);
  await ctx.db.transaction(async (db) => {
    const used = await db.query<{ id: string }>(
      'UPDATE invitation SET used_at = now() WHERE id = $1 AND used_at IS NULL RETURNING id',
      [invitation.id],
    );
    if (used.length === 0) throw notFound('link');
    await db.query(
      'UPDATE person SET password_hash = $2, locale = coalesce($3, locale), version = version + 1 WHERE id = $1',
      [invitation.personId, passwordHash, locale ?? null],
    );
    await db.query('UPDATE session SET revoked_at = now() WHERE person_id = $1 AND revoked_at IS NULL', [
      invitation.personId,
    ]);
    const actor = {
      ...ctx.actor,
      personId: invitation.personId,
      membershipId: invitation.membershipId,
      organisationId: invitation.organisationId,
      audience: (invitation.role as typeof ctx.actor.audience | null) ?? ctx.actor.audience,
    };
    const tx = new Tx(ctx.as(actor), db);
    await tx.event({
      type: invitation.purpose === 'account' ? 'invitation.accepted' : 'password.changed',
      subjectType: 'person',
      subjectId: invitation.personId,
      organisationId: invitation.organisationId,
      after: { role: invitation.role },
    });
    await openSession(ctx, db, portal, invitation.personId, null);
  });
}

/** Mails a link for a new password, if the address is known; the answer never tells whether it is. */
export async function requestPasswordReset(ctx: Ctx, input: { email: string }): Promise<void> {
  const portal = portalOfRequest(ctx);
  const account = normaliseEmail(validate(z.object({ email }), input).email);
  await countGuess(ctx.runtime, `reset:${account}`, ctx.request.ip);
  await ctx.db.transaction(async (db) => {
    const [person] = await db.query<{ id: string; displayName: string; locale: string }>(
      'SELECT id, display_name AS "displayName", locale FROM person WHERE email = $1',
      [account],
    );
    if (!person) return;
    const token = newToken();
    await db.query(
      `INSERT INTO invitation (id, person_id, membership_id, purpose, token_hash, sent_at, expires_at)
       VALUES ($1, $2, NULL, 'password', $3, now(), $4)`,
      [uuid(), person.id, hashToken(token), new Date(ctx.clock.real().getTime() + RESET_MINUTES * MINUTE)],
    );
    await new Tx(ctx, db).mails([
      {
        recipient: account,
        recipientName: person.displayName,
        template: 'identity:reset',
        locale: person.locale,
        organisationId: null,
        data: {
          name: person.displayName,
          url: `${ctx.runtime.settings.publicUrl}/${portal}/reset/${token}`,
          minutes: RESET_MINUTES,
        },
      },
    ]);
  });
}

/** Opens the seat behind a mailed link. @throws NOT_FOUND for a link that is wrong, revoked or out of time */
export async function enterSeat(ctx: Ctx, token: string): Promise<void> {
  const portal = portalOfRequest(ctx);
  const guess = `seat:${token.slice(0, 6)}`;
  await countGuess(ctx.runtime, guess, ctx.request.ip);
  const [seat] = await ctx.db.query<{ id: string; expiresAt: Date; personId: string; role: string }>(
    `SELECT s.id, s.expires_at AS "expiresAt", m.person_id AS "personId", m.role FROM seat s
     JOIN membership m ON m.id = s.membership_id AND m.ended_at IS NULL
     WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now()`,
    [hashToken(token)],
  );
  if (!seat || !PORTAL_AUDIENCES[portal].some((audience) => audience === seat.role)) throw notFound('link');
  await forgiveGuess(ctx.runtime, guess, ctx.request.ip);
  await openSession(ctx, ctx.db, portal, seat.personId, seat);
}

/** Mails a six-digit code to the seat's own address, to be typed in before a signature. */
export async function requestSeatCode(ctx: Ctx): Promise<void> {
  const { seatId } = ctx.request;
  if (!seatId) throw forbidden('Only a one-link seat confirms by a code.');
  await countSending(ctx.runtime, `code:${seatId}`);
  const code = newCode();
  await ctx.db.transaction(async (db) => {
    const [person] = await db.query<{ email: string; displayName: string; locale: string }>(
      `UPDATE seat SET code_hash = $2, code_expires_at = $3, code_tries = 0 FROM membership m, person p
       WHERE seat.id = $1 AND m.id = seat.membership_id AND p.id = m.person_id
       RETURNING p.email, p.display_name AS "displayName", p.locale`,
      [seatId, hashToken(`${seatId}:${code}`), new Date(ctx.clock.real().getTime() + CODE_MINUTES * MINUTE)],
    );
    if (!person) throw notFound('seat');
    await new Tx(ctx, db).mails([
      {
        recipient: person.email,
        recipientName: person.displayName,
        template: 'identity:code',
        locale: person.locale,
        organisationId: null,
        data: { name: person.displayName, code, minutes: CODE_MINUTES },
      },
    ]);
  });
}

/**
 * Asserts that whoever came by a one-link seat holds the mailbox too; people with an account have proved themselves by
 * their password. To be called before a signature. @throws VALIDATION for a wrong or missing code
 */
export async function confirmSeat(ctx: Ctx, code: string | null | undefined): Promise<'password' | 'seat-code'> {
  const { seatId } = ctx.request;
  if (!seatId) return 'password';
  const refused = () => invalid('code', 'CODE_WRONG', 'This code is not right or out of time. Ask for a new one.');
  if (!code) throw invalid('code', 'CODE_MISSING', 'Type the code that was mailed to you.');
  const [seat] = await ctx.db.query<{ codeHash: string | null; tries: number }>(
    `UPDATE seat SET code_tries = code_tries + 1 WHERE id = $1 AND code_expires_at > now()
     RETURNING code_hash AS "codeHash", code_tries AS tries`,
    [seatId],
  );
  if (!seat?.codeHash || seat.tries > CODE_TRIES) throw refused();
  if (seat.codeHash !== hashToken(`${seatId}:${code.trim()}`)) throw refused();
  // A right code serves all signatures of its quarter of an hour; only wrong ones use up tries.
  await ctx.db.query('UPDATE seat SET code_tries = 0 WHERE id = $1', [seatId]);
  return 'seat-code';
}
