import { type Slice } from '@softmob/api-kit';
import { cockpitSlice } from '@softmob/cockpit-api';
import { conversationsSlice } from '@softmob/conversations-api';
import { documentsSlice } from '@softmob/documents-api';
import { identity } from '@softmob/identity-api';
import { learningSlice } from '@softmob/learning-api';
import { messagingSlice } from '@softmob/messaging-api';
import { monitoringSlice } from '@softmob/monitoring-api';
import { organisationsSlice } from '@softmob/organisations-api';
import { paperworkSlice } from '@softmob/paperwork-api';
import { participantsSlice } from '@softmob/participants-api';
import { placementsSlice } from '@softmob/placements-api';
import { processesSlice } from '@softmob/processes-api';
import { projectsSlice } from '@softmob/projects-api';

/** The house: every slice, upstream first. Reactions run in this order. */
export const slices: readonly Slice[] = [
  identity,
  documentsSlice,
  processesSlice,
  messagingSlice,
  organisationsSlice,
  participantsSlice,
  projectsSlice,
  placementsSlice,
  learningSlice,
  paperworkSlice,
  monitoringSlice,
  conversationsSlice,
  cockpitSlice,
];
