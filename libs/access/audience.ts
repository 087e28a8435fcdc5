/**
 * A request acts as exactly one audience. The order is that of the access matrix.
 * `public` is nobody signed in.
 */
export const AUDIENCES = [
  'public',
  'participant',
  'guardian',
  'companyTutor',
  'hostCoordinator',
  'sendingCoordinator',
  'sendingTeacher',
  'sendingFinance',
  'operator',
] as const;

/** One of the circles of people the policy speaks about. */
export type Audience = (typeof AUDIENCES)[number];

/** The four portals, each under a path of the same origin. */
export const PORTALS = ['sending', 'host', 'company', 'participant'] as const;
export type PortalKey = (typeof PORTALS)[number];

/** Which audiences use which portal. The operator signs in through the sending portal. */
export const PORTAL_AUDIENCES: Readonly<Record<PortalKey, readonly Audience[]>> = {
  sending: ['sendingCoordinator', 'sendingTeacher', 'sendingFinance', 'operator'],
  host: ['hostCoordinator'],
  company: ['companyTutor'],
  participant: ['participant', 'guardian'],
};

/**
 * Circles of several audiences who share screens: what such a screen asks for is checked against what all of its
 * circle may ask.
 */
export const CIRCLES = {
  /** Everybody at a school. */
  sending: ['sendingCoordinator', 'sendingTeacher', 'sendingFinance'],
  /** Those at a school who follow learners. */
  teaching: ['sendingCoordinator', 'sendingTeacher'],
  /** Those who work at a desk: everybody at a school, and its hosts. */
  desk: ['hostCoordinator', 'sendingCoordinator', 'sendingTeacher', 'sendingFinance'],
  /** Those who work through lists of tasks: tick many at once, put them off, give them to a colleague. */
  tending: ['hostCoordinator', 'sendingCoordinator', 'sendingTeacher'],
  /** Those who bring companies and learners together, at the school and at the host. */
  placing: ['sendingCoordinator', 'hostCoordinator'],
  /** Everybody who takes part in a mobility: they write to each other on the same screens. */
  conversing: [
    'participant',
    'guardian',
    'companyTutor',
    'hostCoordinator',
    'sendingCoordinator',
    'sendingTeacher',
    'sendingFinance',
  ],
  /** Those who sign agreements beside the school. */
  signing: ['hostCoordinator', 'companyTutor', 'participant', 'guardian'],
  /** A learner and those who answer for a minor. */
  participant: ['participant', 'guardian'],
} as const satisfies Readonly<Record<string, readonly Audience[]>>;

/** The portal in which an audience works, or null for the public. */
export function portalOf(audience: Audience): PortalKey | null {
  return PORTALS.find((portal) => PORTAL_AUDIENCES[portal].includes(audience)) ?? null;
}
