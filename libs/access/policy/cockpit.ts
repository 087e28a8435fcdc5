import { rule } from '../rule';
import { school } from './groups';

/** How far each flow is: days left, share ready, what blocks it and who holds it. A host sees its own part. */
export const readRadar = rule('cockpit:read-radar', [...school, 'hostCoordinator']);
/** How far the tasks of one mobility or flow are, counted over the tasks that the reader may see. */
export const readProgress = rule('cockpit:read-progress', [...school, 'hostCoordinator']);
/** The figures of a project: where people are, what is late, how far flows and countries are. */
export const readDashboard = rule('cockpit:read-dashboard', school);
/** The figures of what was learnt: not for the finance office. */
export const readOutcomes = rule('cockpit:read-outcomes', ['sendingCoordinator', 'sendingTeacher']);
