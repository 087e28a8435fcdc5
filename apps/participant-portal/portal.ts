import { feature as learning } from '@softmob/learning-web/participant';
import { feature as documents } from '@softmob/documents-web/participant';
import { feature as conversations } from '@softmob/conversations-web/participant';
import { feature as messaging } from '@softmob/messaging-web/participant';
import { feature as monitoring } from '@softmob/monitoring-web/participant';
import { feature as paperwork } from '@softmob/paperwork-web/participant';
import { type Portal } from '@softmob/portal-kit';
import { feature as projects } from '@softmob/projects-web/participant';

/** The participant portal: what it can do, slice by slice. */
export const portal: Portal = {
  key: 'participant',
  features: [monitoring, documents, learning, paperwork, projects, conversations, messaging],
};
