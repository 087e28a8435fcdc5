import { actor, equals } from '../condition';
import { reach } from '../reach';
import { grant, rule } from '../rule';
import { school } from './groups';

/** How far each flow is: days left, share ready, what blocks it and who holds it. A host sees its own part. */
export const readRadar = rule('cockpit:read-radar', [...school, 'hostCoordinator']);
/** When what is open will be done, told from how long such steps took the school before: not for a host. */
export const readForecast = rule('cockpit:read-forecast', school);
/** How far the tasks of one mobility or flow are, counted over the tasks that the reader may see. */
export const readProgress = rule('cockpit:read-progress', [...school, 'hostCoordinator']);
/** The figures of a project: where people are, what is late, how far flows and countries are. */
export const readDashboard = rule('cockpit:read-dashboard', school);
/** The figures of what was learnt: not for the finance office. */
export const readOutcomes = rule('cockpit:read-outcomes', ['sendingCoordinator', 'sendingTeacher']);

/** Who decided that somebody goes or stays is the school's own business; the family reads it in the history. */
export const reachDecision = reach(
  'departure_decision',
  'departure_decision',
  grant(school, equals('organisationId', actor('organisationId'))),
);
/** What each participant still lacks before departure, who holds it, and what was decided. */
export const readDeparture = rule('cockpit:read-departure', school);
/** Go or no-go; a go while something is missing is an override. */
export const decideDeparture = rule('cockpit:decide-departure', ['sendingCoordinator']);
