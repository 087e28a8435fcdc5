import { actor, after, all, any, equals, linked, oneOf, withinSeat } from '../condition';
import { reach } from '../reach';
import { rule } from '../rule';
import { FROM_CONFIRMED, FROM_PROPOSED } from '../stage';
import { actors, family, school } from './groups';

const ofSchool = equals('sendingOrganisationId', actor('organisationId'));

/** The tutor of the company where the learner is; the one before as well, until the day on which the next takes over. */
const ofTutor = any(
  all(equals('companyId', actor('organisationId')), equals('tutorPersonId', actor('personId'))),
  all(
    equals('formerCompanyId', actor('organisationId')),
    equals('formerTutorPersonId', actor('personId')),
    after('formerAccessUntil', actor('today')),
  ),
);

/** Reach starts at the mobility: all that hangs on one is visible only through it. */
export const reachMobility = reach('mobility', 'mobility', {
  sendingCoordinator: ofSchool,
  sendingTeacher: ofSchool,
  sendingFinance: ofSchool,
  hostCoordinator: all(equals('hostOrganisationId', actor('organisationId')), oneOf('stage', FROM_PROPOSED)),
  companyTutor: all(ofTutor, oneOf('stage', FROM_CONFIRMED), withinSeat('id')),
  participant: equals('participantPersonId', actor('personId')),
  guardian: all(equals('guardianPersonId', actor('personId')), after('adultOn', actor('today')), withinSeat('id')),
});

const projectOfSchool = equals('organisationId', actor('organisationId'));
export const reachProject = reach('project', 'project', {
  sendingCoordinator: projectOfSchool,
  sendingTeacher: projectOfSchool,
  sendingFinance: projectOfSchool,
});

/** A host has to do with a flow once somebody of it is asked for there; of the others' mobilities it sees nothing. */
const withOwnMobility = (column: string) =>
  linked(
    'mobility',
    column,
    'flowId',
    all(equals('hostOrganisationId', actor('organisationId')), oneOf('stage', FROM_PROPOSED)),
  );
const flowOfSchool = equals('organisationId', actor('organisationId'));
export const reachFlow = reach('flow', 'flow', {
  sendingCoordinator: flowOfSchool,
  sendingTeacher: flowOfSchool,
  sendingFinance: flowOfSchool,
  hostCoordinator: withOwnMobility('id'),
});

export const reachReserve = reach('reserve', 'reserve', {
  sendingCoordinator: equals('organisationId', actor('organisationId')),
  sendingTeacher: equals('organisationId', actor('organisationId')),
});

/** The frame of a project: title, action, agreement number, call. */
export const readProject = rule('project:read', school);
export const editProject = rule('project:edit', ['sendingCoordinator']);
/** The frame of a flow: code, destination, dates. */
export const readFlow = rule('flow:read', actors);
export const listFlows = rule('flow:list', [...school, 'hostCoordinator']);
export const editFlow = rule('flow:edit', ['sendingCoordinator']);
/** The frame of a mobility: flow, dates, stage. */
export const readMobility = rule('mobility:read', actors);
export const listMobilities = rule('mobility:list', actors);
/** Why somebody withdrew. */
export const readWithdrawal = rule('mobility:read-withdrawal', [...family, 'sendingCoordinator', 'sendingTeacher']);
export const withdraw = rule('mobility:withdraw', ['sendingCoordinator', 'participant', 'guardian']);
export const readReserve = rule('reserve:read', ['sendingCoordinator', 'sendingTeacher']);
export const readAccompanying = rule('accompanying-person:read', [...school, 'hostCoordinator', ...family]);
export const exportCohort = rule('mobility:export', [...school, 'hostCoordinator']);
/** The trail of changes of a mobility: who, when, what. */
export const readAudit = rule('mobility:read-audit', [...family, 'sendingCoordinator']);
