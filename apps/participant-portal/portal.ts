import { feature as learning } from '@softmob/learning-web/participant';
import { type Portal } from '@softmob/portal-kit';

/** The participant portal: what it can do, slice by slice. */
export const portal: Portal = {
  key: 'participant',
  features: [learning],
};
