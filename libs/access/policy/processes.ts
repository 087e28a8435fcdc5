import { actor, all, always, any, equals, isNull, linked, oneOf, through } from '../condition';
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

/** The functions of a school that hold tasks: within it their coordinator gives work to whom it fits. */
const heldBySchool = oneOf('role', school);
/** Giving a task to one of those who hold it: within the school, or among the colleagues of a host. */
export const assignTask = rule('task:assign', {
  sendingCoordinator: heldBySchool,
  sendingTeacher: heldBy('sendingTeacher'),
  hostCoordinator: heldBy('hostCoordinator'),
});
/** Putting a task off with a reason, and taking that back. */
export const snoozeTask = rule('task:snooze', {
  sendingCoordinator: always,
  sendingTeacher: heldBy('sendingTeacher'),
  hostCoordinator: heldBy('hostCoordinator'),
});
/** To whom a task was given, until when it was put off and why, and whether the coordinator was told. */
export const readCare = rule('task:read-care', [...school, 'hostCoordinator']);
/** The colleagues to whom one may give tasks. */
export const listColleagues = rule('task:list-colleagues', ['sendingCoordinator', 'sendingTeacher', 'hostCoordinator']);
/** A subscribable calendar of one's own tasks: made, looked at and ended by its owner alone. */
export const ownCalendar = rule('calendar-feed:own', actors);

/**
 * A school's own process templates, those that are shipped, and those that partner schools share: schools that work with
 * a host with which this one works as well.
 */
const withCommonHost = linked(
  'partnership',
  'organisationId',
  'sendingId',
  linked('partnership', 'hostId', 'hostId', equals('sendingId', actor('organisationId'))),
);
export const reachTemplate = reach(
  'processTemplate',
  'process_template',
  grant(school, any(ofSchool, isNull('organisationId'), all(equals('sharedWithPartners', true), withCommonHost))),
);
export const reachTemplateVersion = reach(
  'processTemplateVersion',
  'process_template_version',
  grant(school, through('templateId', 'processTemplate')),
);

/** What a process consists of: its steps, versions and where it comes from. */
export const readTemplate = rule('processes:read-template', school);
/** What is not published yet: for those who work on it. */
export const readDraft = rule('processes:read-draft', { sendingCoordinator: ofSchool });
/** Taking a template over as one's own. */
export const copyTemplate = rule('processes:copy-template', ['sendingCoordinator']);
/** Working on a template of one's own school: draft, publication, sharing, archive. */
export const editTemplate = rule('processes:edit-template', { sendingCoordinator: ofSchool });
/** Letting a flow follow another version, and seeing what that would change. */
export const moveFlow = rule('processes:move-flow', ['sendingCoordinator']);
