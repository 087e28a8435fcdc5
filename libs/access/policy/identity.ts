import { rule } from '../rule';
import { everybody, signedIn } from './groups';

/** Signing in and out, and everything one does with a secret link in hand. */
export const enter = rule('identity:enter', everybody);
/** What the viewer sees of themselves. */
export const readSelf = rule('identity:read-self', everybody);
export const changeSelf = rule('identity:change-self', signedIn);
/** The local outbox and the demo's clock. */
export const operate = rule('identity:operate', ['operator']);
/** The outcome of a mutation: that it was done. */
export const readReceipt = rule('identity:read-receipt', everybody);
/** The outcome of a bulk mutation and its progress. */
export const readProgress = rule('identity:read-progress', signedIn);
