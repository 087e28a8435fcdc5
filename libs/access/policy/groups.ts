import { type Audience } from '../audience';

/** The people of the sending school. */
export const school: readonly Audience[] = ['sendingCoordinator', 'sendingTeacher', 'sendingFinance'];
/** The learner's side. */
export const family: readonly Audience[] = ['participant', 'guardian'];
/** Whoever takes part in a mobility. */
export const actors: readonly Audience[] = [...family, 'companyTutor', 'hostCoordinator', ...school];
/** Whoever takes part, but for the school's finance office, which has no business with learning. */
export const learningActors: readonly Audience[] = actors.filter((audience) => audience !== 'sendingFinance');
export const everybody: readonly Audience[] = ['public', ...actors, 'operator'];
export const signedIn: readonly Audience[] = [...actors, 'operator'];
