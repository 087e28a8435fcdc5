import { PORTAL_AUDIENCES, PORTALS, type PortalKey } from '../audience';
import { actor, all, allWithinSeat, any, equals, isNull } from '../condition';
import { reach } from '../reach';
import { rule } from '../rule';
import { signedIn } from './groups';

/** Own notifications alone, in the portal and under the membership they are meant for; by a link, of its own learners. */
const ownIn = (portal: PortalKey) =>
  all(
    equals('personId', actor('personId')),
    any(isNull('portal'), equals('portal', portal)),
    any(isNull('membershipId'), equals('membershipId', actor('membershipId'))),
    allWithinSeat('mobilityIds'),
  );

export const reachNotification = reach(
  'notification',
  'notification',
  Object.fromEntries(
    PORTALS.flatMap((portal) => PORTAL_AUDIENCES[portal].map((audience) => [audience, ownIn(portal)])),
  ),
);

/** What one is told oneself. */
export const readOwn = rule('notification:read-own', signedIn);
/** Saying that one has read it. */
export const markRead = rule('notification:mark-read', signedIn);
/** How one is told: at once, once a day or not, and when not to be disturbed. */
export const readPreferences = rule('mail-preferences:read', signedIn);
export const choosePreferences = rule('mail-preferences:choose', signedIn);
