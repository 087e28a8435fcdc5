import { type StateKey } from '@softmob/ui';

/** How the state of an issued document is shown. */
export const STATUS: Readonly<Record<string, StateKey>> = { valid: 'done', replaced: 'draft', withdrawn: 'blocked' };
