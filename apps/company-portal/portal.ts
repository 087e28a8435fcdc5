import { feature as learning } from '@softmob/learning-web/company';
import { feature as conversations } from '@softmob/conversations-web/company';
import { feature as messaging } from '@softmob/messaging-web/company';
import { feature as monitoring } from '@softmob/monitoring-web/company';
import { type Portal } from '@softmob/portal-kit';

/** The company portal: what it can do, slice by slice. */
export const portal: Portal = {
  key: 'company',
  features: [learning, monitoring, conversations, messaging],
};
