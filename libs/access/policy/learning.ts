import { rule } from '../rule';
import { learningActors } from './groups';

/** Agreement, outcomes, assessment and recognition: everybody who takes part, but not the finance office. */
export const readLearning = rule('learning:read', learningActors);
