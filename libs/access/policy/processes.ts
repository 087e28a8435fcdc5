import { actor, all, always, any, equals, isNull, linked, through } from '../condition';
import { reach } from '../reach';
import { grant, rule } from '../rule';
import { actors, school } from './groups';

const ofSchool = equals('organisationId', actor('organisationId'));
const ofMobility = through('mobilityId', 'mobility');
/** What concerns a whole flow is for the host that coordinates it; where none does, for those who have learners of it. */
const ofFlow = all(
  isNull('mobilityId'),
  through('flowId', 'flow'),
  linked(
    'flow',
    'flowId',
    'id',
    any(equals('hostOrganisationId', actor('organisationId')), isNull('hostOrganisationId')),
  ),
);
const heldBy = (role: string) => equals('role', role);

/** The school sees every task of its mobilities and flows; everybody else the ones that they hold themselves. */
export const reachTask = reach('task', 'task', {
  ...grant(school, ofSchool),
  hostCoordinator: all(heldBy('hostCoordinator'), any(ofMobility, ofFlow)),
  companyTutor: all(heldBy('companyTutor'), ofMobility),
  participant: all(heldBy('participant'), ofMobility),
  guardian: all(heldBy('guardian'), ofMobility),
});

/** What is to be done, until when, by which role, and whether it is done. */
export const readTask = rule('task:read', actors);
export const listTasks = rule('task:list', actors);
/** Who did it: for those who answer for the whole. */
export const readDoer = rule('task:read-doer', school);
/** Saying by hand that a task is done, or that it is not: whoever holds it, and the coordinator for everybody. */
export const complete = rule('task:complete', {
  sendingCoordinator: always,
  sendingTeacher: heldBy('sendingTeacher'),
  hostCoordinator: heldBy('hostCoordinator'),
  companyTutor: heldBy('companyTutor'),
  participant: heldBy('participant'),
  guardian: heldBy('guardian'),
});
