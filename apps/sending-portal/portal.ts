import { feature as cockpit } from '@softmob/cockpit-web/sending';
import { feature as identity } from '@softmob/identity-web/sending';
import { feature as placements } from '@softmob/placements-web/sending';
import { feature as learning } from '@softmob/learning-web/sending';
import { feature as documents } from '@softmob/documents-web/sending';
import { feature as conversations } from '@softmob/conversations-web/sending';
import { feature as messaging } from '@softmob/messaging-web/sending';
import { feature as monitoring } from '@softmob/monitoring-web/sending';
import { feature as organisations } from '@softmob/organisations-web/sending';
import { type Portal } from '@softmob/portal-kit';
import { feature as paperwork } from '@softmob/paperwork-web/sending';
import { feature as processes } from '@softmob/processes-web/sending';
import { feature as tasks } from '@softmob/processes-web/tasks';
import { feature as projects } from '@softmob/projects-web/sending';

/** The sending portal: what it can do, slice by slice. */
export const portal: Portal = {
  key: 'sending',
  features: [
    cockpit,
    identity,
    placements,
    learning,
    documents,
    monitoring,
    projects,
    paperwork,
    processes,
    tasks,
    organisations,
    conversations,
    messaging,
  ],
};
