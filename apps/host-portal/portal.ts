import { type Portal } from '@softmob/portal-kit';

/** The host portal: what it can do, slice by slice. */
export const portal: Portal = {
  key: 'host',
  features: [],
};
