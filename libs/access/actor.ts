import { type Audience } from './audience';

/** Who asks: resolved once per request from the session and the membership it names. */
export interface Actor {
  readonly audience: Audience;
  /** The person signed in; null for the public. */
  readonly personId: string | null;
  /** The membership this request acts under; null for the public. */
  readonly membershipId: string | null;
  /** The organisation of that membership: a school, a host organisation or a company. */
  readonly organisationId: string | null;
  /** A one-link seat reaches only these mobilities; null where the actor has no seat but an account. */
  readonly seatMobilityIds: readonly string[] | null;
  /** The business date (ISO, yyyy-mm-dd): minority and stages are judged on it. */
  readonly today: string;
}

/** The actor of a request without a session. */
export function publicActor(today: string): Actor {
  return {
    audience: 'public',
    personId: null,
    membershipId: null,
    organisationId: null,
    seatMobilityIds: null,
    today,
  };
}
