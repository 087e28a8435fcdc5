import { type IncomingMessage } from 'node:http';
import { Ctx, Db, DomainError, type Runtime } from '@softmob/api-kit';
import { cookieName, identify } from '@softmob/identity-api';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LOCALES = ['en', 'it'] as const;
type Locale = (typeof LOCALES)[number];

function cookieOf(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** The first language of a browser's wishes that there are words in. */
export function localeOf(header: string | undefined): Locale {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  for (const wish of wanted) {
    const known = LOCALES.find((locale) => locale === wish);
    if (known) return known;
  }
  return 'en';
}

/** Whether the page that asks lies under another origin, as far as the browser says where it lies. */
function isForeign({ headers: { origin, host } }: IncomingMessage): boolean {
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/**
 * Whether a WebSocket is opened by a page of this origin. Browsers send their cookies along from everywhere and cannot
 * be told to ask first, but they always say where the page lies: whoever does not is refused.
 */
export function isOwnPage(request: IncomingMessage): boolean {
  return request.headers.origin !== undefined && !isForeign(request);
}

/** A page of another origin must not act with this browser's cookies. @throws FORBIDDEN */
export function refuseForeignOrigin(request: IncomingMessage): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (isForeign(request) || request.headers['sec-fetch-site'] === 'cross-site') {
    throw new DomainError('FORBIDDEN', 'This request comes from another site.', { reason: 'CROSS_SITE' });
  }
  if (request.headers['x-softmob-acting-as'] === undefined) {
    throw new DomainError(
      'FORBIDDEN',
      'Say who acts in the header x-softmob-acting-as: a portal, or portal/membership.',
      {
        reason: 'ACTING_AS_MISSING',
      },
    );
  }
}

/** Which portal speaks, and under which membership: from the header, or for downloads from `?as=`. */
function actingAs(request: IncomingMessage): { portal: string | null; membershipId: string | null } {
  const header = request.headers['x-softmob-acting-as'];
  const query = request.url?.includes('?') ? new URLSearchParams(request.url.split('?')[1]).get('as') : null;
  const [portal, membershipId] = (typeof header === 'string' ? header : (query ?? '')).split('/');
  return { portal: portal ?? null, membershipId: membershipId && UUID.test(membershipId) ? membershipId : null };
}

/** Finds out who asks. One statement where the request carries a session, none otherwise. */
export async function contextOf(runtime: Runtime, request: IncomingMessage): Promise<Ctx> {
  const { portal, membershipId } = actingAs(request);
  const token = portal ? cookieOf(request.headers.cookie, cookieName(portal)) : null;
  const db = new Db(runtime.pool);
  const { actor, sessionId, sessionEnded, seatId, locale } = await identify(runtime, db, token, portal, membershipId);
  const key = request.headers['idempotency-key'];
  const ctx = new Ctx(runtime, actor, {
    ip: request.socket.remoteAddress ?? 'unknown',
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 200),
    locale: locale ?? localeOf(request.headers['accept-language']),
    sessionId,
    sessionEnded,
    seatId,
    portal,
    idempotencyKey: typeof key === 'string' && key.length > 0 ? key.slice(0, 100) : null,
    origin: runtime.settings.publicUrl,
  });
  ctx.db.statements = db.statements;
  return ctx;
}
