import { feature as cockpit } from '@softmob/cockpit-web/sending';
import { feature as identity } from '@softmob/identity-web/sending';
import { feature as placements } from '@softmob/placements-web/sending';
import { type Portal } from '@softmob/portal-kit';

/** The sending portal: what it can do, slice by slice. */
export const portal: Portal = {
  key: 'sending',
  features: [cockpit, identity, placements],
};
