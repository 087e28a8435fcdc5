import { type Portal } from '@softmob/portal-kit';

/** The company portal: what it can do, slice by slice. */
export const portal: Portal = {
  key: 'company',
  features: [],
};
