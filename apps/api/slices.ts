import { type Slice } from '@softmob/api-kit';
import { identity } from '@softmob/identity-api';
import { organisationsSlice } from '@softmob/organisations-api';
import { participantsSlice } from '@softmob/participants-api';
import { projectsSlice } from '@softmob/projects-api';

/** The house: every slice, upstream first. Reactions run in this order. */
export const slices: readonly Slice[] = [identity, organisationsSlice, participantsSlice, projectsSlice];
