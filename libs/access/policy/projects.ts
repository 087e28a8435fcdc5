import { actor, after, all, any, equals, linked, oneOf, withinSeat } from '../condition';
import { reach } from '../reach';
import { grant, rule } from '../rule';
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

/** What a flow takes over from last year's is the school's own business. */
export const reachFlowPlan = reach('flow_plan', 'flow_plan', grant(school, flowOfSchool));
/** "Same again?": the school that asks, and the host that is asked. */
export const reachHostAsk = reach('host_ask', 'host_ask', {
  ...grant(school, flowOfSchool),
  hostCoordinator: equals('hostOrganisationId', actor('organisationId')),
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
/** Making next year's flows of these, and taking that back while nothing hangs on them. */
export const cloneFlows = rule('flow:clone', ['sendingCoordinator']);
/** Which flow it was made from, and how many places it wants by occupation. */
export const readFlowPlan = rule('flow:read-plan', school);
/** Whether a host takes as many as last time. */
export const readHostAsk = rule('host-ask:read', [...school, 'hostCoordinator']);
export const answerHostAsk = rule('host-ask:answer', ['hostCoordinator']);
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
