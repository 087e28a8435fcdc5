import { type Slice } from '../runtime';
import { type Tx } from '../write/tx';
import { type OutgoingMail } from './outgoing';

/** What an e-mail is about, as far as people choose how to be told. `security` holds secrets and always goes at once. */
export const MAIL_TOPICS = [
  'signatures',
  'withdrawals',
  'deletions',
  'concerns',
  'placements',
  'documents',
  'tasks',
  'messages',
  'digest',
  'security',
] as const;
export type MailTopic = (typeof MAIL_TOPICS)[number];

/** How one e-mail goes out: at once (null), not before a moment, with the next digest, or not at all. */
export type MailDelivery = { readonly notBefore: Date | null } | 'digest' | 'never';

/** An e-mail on its way, before it is written. */
export interface PostedMail extends OutgoingMail {
  readonly id: string;
  readonly topic: MailTopic;
}

/**
 * Sees every e-mail in the transaction that causes it, tells the same thing in the portal, and says how the e-mail goes
 * out, in the order of the e-mails.
 */
export type Post = (tx: Tx, mails: readonly PostedMail[]) => Promise<readonly MailDelivery[]>;

/** The topic of every e-mail template. @throws where a slice declares a template without one: nobody could choose */
export function topicsOf(slices: readonly Slice[]): ReadonlyMap<string, MailTopic> {
  const topics = new Map(slices.flatMap((slice) => Object.entries(slice.topics ?? {})));
  const missing = slices.flatMap((slice) => Object.keys(slice.mails ?? {})).filter((name) => !topics.has(name));
  if (missing.length > 0) throw new Error(`These e-mail templates name no topic: ${missing.join(', ')}`);
  return topics;
}
