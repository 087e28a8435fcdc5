import { type PlaceOf } from '../shared/task-means';
import { boardLink } from './board-link';

/** Steps of learners are done on the board. */
export const taskPlace: PlaceOf = ({ wholeFlow, flow, stepKey }) =>
  wholeFlow ? null : boardLink({ flow: [flow.id], step: [stepKey] });
