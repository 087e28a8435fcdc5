import { feature as cockpit } from '@softmob/cockpit-web/host';
import { feature as documents } from '@softmob/documents-web/host';
import { feature as organisations } from '@softmob/organisations-web/host';
import { feature as placements } from '@softmob/placements-web/host';
import { feature as learning } from '@softmob/learning-web/host';
import { feature as conversations } from '@softmob/conversations-web/host';
import { feature as messaging } from '@softmob/messaging-web/host';
import { feature as monitoring } from '@softmob/monitoring-web/host';
import { feature as paperwork } from '@softmob/paperwork-web/host';
import { type Portal } from '@softmob/portal-kit';
import { feature as projects } from '@softmob/projects-web/host';

/** The host portal: what it can do, slice by slice. */
export const portal: Portal = {
  key: 'host',
  features: [
    placements,
    cockpit,
    learning,
    paperwork,
    monitoring,
    organisations,
    projects,
    conversations,
    messaging,
    documents,
  ],
};
