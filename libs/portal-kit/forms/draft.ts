import { forget, read, write } from '../data/storage';

/** Drafts that live in the tab: they survive back and reload, and end with the tab or the session. */
const DRAFT_PREFIX = 'softmob.draft.';
/** Drafts on the device survive closing the tab as well; a phone does that without asking. */
const DEVICE_PREFIX = 'softmob.kept.';
const KEPT_MS = 14 * 86_400_000;

/** Where a draft is kept: in the tab, or on the device for whoever is signed in. */
export type DraftPlace = 'tab' | 'device';

/** Who types in this portal; nobody's drafts are kept on the device. */
export interface DraftOwner {
  readonly portal: string;
  readonly membershipId: string;
  /** Came in by a one-link seat, perhaps on somebody else's phone. */
  readonly seat: boolean;
}

let owner: DraftOwner | null = null;

const seatPrefix = (portal: string) => `${DEVICE_PREFIX}${portal}.seat.`;
const devicePrefix = ({ portal, membershipId, seat }: DraftOwner) =>
  `${seat ? seatPrefix(portal) : `${DEVICE_PREFIX}${portal}.account.`}${membershipId}.`;

/** Where and under which name a draft lies; null where it may not be kept. */
function placeOf(key: string, place: DraftPlace): [Storage, string] | null {
  if (place === 'tab') return [globalThis.sessionStorage, DRAFT_PREFIX + key];
  return owner && [globalThis.localStorage, devicePrefix(owner) + key];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What was typed under this key, where it still has the form's shape and is not too old. */
export function readDraft<Values extends object>(key: string, initial: Values, place: DraftPlace): Values | null {
  const at = placeOf(key, place);
  const text = at && read(...at);
  if (!text) return null;
  try {
    const draft: unknown = JSON.parse(text);
    if (!isRecord(draft) || !isRecord(draft['values']) || Date.now() - Number(draft['at']) > KEPT_MS) return null;
    return { ...initial, ...(draft['values'] as Partial<Values>) };
  } catch {
    return null;
  }
}

/** Keeps what is typed; null forgets it. */
export function writeDraft(key: string, values: object | null, place: DraftPlace): void {
  const at = placeOf(key, place);
  if (at) write(...at, values === null ? null : JSON.stringify({ at: Date.now(), values }));
}

/**
 * Somebody is at work: their drafts are found again. What another seat left on this device goes, since a link may have
 * been opened on a phone that several people use.
 */
export function draftsBelongTo(who: DraftOwner): void {
  owner = who;
  forget(globalThis.localStorage, seatPrefix(who.portal), who.seat ? devicePrefix(who) : undefined);
}

/** Nobody is signed in: what a seat left goes; with signing out, everything that was typed goes. */
export function draftsBelongToNobody(portal: string, left: boolean): void {
  owner = null;
  forget(globalThis.localStorage, left ? `${DEVICE_PREFIX}${portal}.` : seatPrefix(portal));
  if (left) forget(globalThis.sessionStorage, DRAFT_PREFIX);
}
