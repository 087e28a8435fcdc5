import { type ClosingEvent } from '@softmob/processes-model';

const SIGNED: readonly ClosingEvent[] = [
  'agreement.signed.participant',
  'agreement.signed.guardian',
  'agreement.signed.sending',
  'agreement.signed.host',
  'agreement.signed.company',
  'agreement.locked',
];
const PLACED: readonly ClosingEvent[] = ['placement.proposed', 'placement.confirmed', 'agreement.composed', ...SIGNED];

/** What is undone by an event: the tasks that closed on these have to be done once more. */
export const UNDOES: Readonly<Record<string, readonly ClosingEvent[]>> = {
  'document.unverified.identity': ['document.verified.identity'],
  'document.unverified.ehic': ['document.verified.ehic'],
  'document.unverified.insurance': ['document.verified.insurance'],
  'placement.declined': PLACED,
  'placement.cancelled': PLACED,
  'agreement.amended': SIGNED,
  'agreement.revoked.participant': ['agreement.signed.participant'],
  'agreement.revoked.guardian': ['agreement.signed.guardian'],
  'agreement.revoked.sending': ['agreement.signed.sending'],
  'agreement.revoked.host': ['agreement.signed.host'],
  'agreement.revoked.company': ['agreement.signed.company'],
};

/** The same as rows of a statement. */
export const UNDOING_PAIRS = JSON.stringify(
  Object.entries(UNDOES).flatMap(([by, types]) => types.map((type) => ({ by, type }))),
);
