import { actor, any, equals, linked } from '../condition';
import { reach } from '../reach';
import { rule } from '../rule';
import { actors, school } from './groups';

const own = equals('id', actor('organisationId'));

/** Organisations reached directly; the parties of a reached mobility are read through it. */
const reachOfSchool = any(
  own,
  equals('ownerId', actor('organisationId')),
  linked('partnership', 'id', 'hostId', equals('sendingId', actor('organisationId'))),
  linked('partnership', 'managerId', 'hostId', equals('sendingId', actor('organisationId'))),
);
export const reachOrganisation = reach('organisation', 'organisation', {
  sendingCoordinator: reachOfSchool,
  sendingTeacher: reachOfSchool,
  sendingFinance: reachOfSchool,
  hostCoordinator: any(
    own,
    equals('managerId', actor('organisationId')),
    linked('partnership', 'id', 'sendingId', equals('hostId', actor('organisationId'))),
  ),
  companyTutor: own,
});

/** Name, kind, country and town of an organisation that one works with. */
export const read = rule('organisation:read', actors);
/** Street, registers and general contact of an organisation. */
export const readAddress = rule('organisation:read-address', actors);
/** Who works there: name, function, e-mail, telephone of the people in charge. */
export const readContacts = rule('organisation:read-contacts', actors);
/** Lists of organisations. */
export const list = rule('organisation:list', [...school, 'hostCoordinator']);
/** Bringing organisations and companies in from a file. */
export const importThem = rule('organisation:import', ['sendingCoordinator', 'hostCoordinator']);
/** Correcting one's own company or a company that one manages. */
export const correct = rule('organisation:correct', {
  companyTutor: equals('id', actor('organisationId')),
  hostCoordinator: any(equals('id', actor('organisationId')), equals('managerId', actor('organisationId'))),
  sendingCoordinator: any(equals('id', actor('organisationId')), equals('ownerId', actor('organisationId'))),
});
/** Opening a school: the operator lets institutions in, and reads nothing of theirs. */
export const openSchool = rule('organisation:open-school', ['operator']);
/** Inviting the people of one's own organisation and, for a school, of hosts that it entered. */
export const inviteColleagues = rule('organisation:invite-colleagues', ['sendingCoordinator', 'hostCoordinator']);
