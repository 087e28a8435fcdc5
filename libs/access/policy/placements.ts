import { actor, all, equals, isNull, oneOf, through } from '../condition';
import { reach } from '../reach';
import { grant, rule } from '../rule';
import { actors, family, school } from './groups';

const ofMobility = through('mobilityId', 'mobility');
const byThisHost = equals('hostOrganisationId', actor('organisationId'));
const settled = all(equals('status', 'confirmed'), ofMobility);

/** A tutor reads the stay at their own company, not that at the company before or after. */
const ownStay = all(oneOf('status', ['confirmed', 'ended']), equals('companyId', actor('organisationId')), ofMobility);

/** The school and the host follow a placement from the request on, everybody else once it is confirmed. */
export const reachPlacement = reach('placement', 'placement', {
  ...grant(school, equals('sendingOrganisationId', actor('organisationId'))),
  hostCoordinator: all(byThisHost, ofMobility),
  companyTutor: ownStay,
  ...grant(family, settled),
});

/** A school sees the places of companies that it works with, a host those that it hands out, a tutor their company's. */
export const reachCapacity = reach('capacity', 'capacity', {
  ...grant(school, through('companyId', 'organisation')),
  hostCoordinator: byThisHost,
  companyTutor: equals('companyId', actor('organisationId')),
});

/** Where somebody learns: company, host organisation, dates, tutor. */
export const read = rule('placement:read', actors);
/** How a placement came about: who proposed it, why it was declined or cancelled. */
export const readHistory = rule('placement:read-history', [...school, 'hostCoordinator']);
/** Lists of placements. */
export const list = rule('placement:list', [...school, 'hostCoordinator']);
/** What waits for the host's answer, and who arrives. */
export const readHostDesk = rule('placement:read-host-desk', ['hostCoordinator']);
/** Asking a host for places. */
export const request = rule('placement:request', ['sendingCoordinator']);
/** Choosing a company for a learner, and the suggestion that helps to choose. */
export const propose = rule('placement:propose', ['sendingCoordinator', 'hostCoordinator']);
/** The host confirms; where a company works without a host organisation, the school does. */
export const confirm = rule('placement:confirm', {
  hostCoordinator: byThisHost,
  sendingCoordinator: isNull('hostOrganisationId'),
});
export const decline = rule('placement:decline', ['hostCoordinator']);
/** The company cannot go on: another one takes over, before departure or during the stay. */
export const replace = rule('placement:replace', ['sendingCoordinator', 'hostCoordinator']);
export const cancel = rule('placement:cancel', ['sendingCoordinator', 'hostCoordinator']);
/** Naming another tutor: whoever confirms. */
export const replaceTutor = rule('placement:replace-tutor', confirm.grants);

/** Places of a company, free and taken. */
export const readCapacity = rule('capacity:read', [...school, 'hostCoordinator', 'companyTutor']);
/** Lists of places. */
export const listCapacities = rule('capacity:list', [...school, 'hostCoordinator']);
/** Saying how many places a company has: the host that works with it, else the school that entered it. */
export const setCapacity = rule('capacity:set', {
  hostCoordinator: equals('managerId', actor('organisationId')),
  sendingCoordinator: all(isNull('managerId'), equals('ownerId', actor('organisationId'))),
});
