import { actor, after, all, always, any, equals, isNull, never, oneOf } from '../condition';
import { reach } from '../reach';
import { type Grants, grant, rule } from '../rule';
import { CONFIRMED_TO_BACK, FROM_CONFIRMED } from '../stage';
import { actors, family, school } from './groups';

/**
 * A participant is read in the light of one mobility: its row carries that mobility's stage, the day on which the
 * host's access ends and the moment of the final assessment. Without a mobility (a reserve) the stage is null.
 */
const confirmed = oneOf('stage', FROM_CONFIRMED);
const hostKeepsData = all(confirmed, after('hostAccessUntil', actor('today')));
const tutorInTouch = any(oneOf('stage', CONFIRMED_TO_BACK), all(equals('stage', 'back'), isNull('finalAssessedAt')));
const own: Grants = grant(family);

/** Participants of the school itself; everybody else reads a participant through a mobility. */
export const reachParticipant = reach('participant', 'participant', {
  sendingCoordinator: equals('organisationId', actor('organisationId')),
  sendingTeacher: equals('organisationId', actor('organisationId')),
  sendingFinance: equals('organisationId', actor('organisationId')),
  participant: equals('personId', actor('personId')),
  guardian: all(equals('guardianPersonId', actor('personId')), after('adultOn', actor('today'))),
});

/** Occupation, qualification, languages: the profile without identity that a host judges. */
export const readProfile = rule('participant:read-profile', actors);
/** Name and photograph. */
export const readName = rule('participant:read-name', {
  ...own,
  ...grant(school),
  hostCoordinator: confirmed,
  companyTutor: confirmed,
});
/** The school's own record: number and class. */
export const readSchoolRecord = rule('participant:read-school-record', [
  ...family,
  'sendingCoordinator',
  'sendingTeacher',
]);
/** E-mail and telephone. */
export const readContact = rule('participant:read-contact', {
  ...own,
  ...grant(school),
  hostCoordinator: hostKeepsData,
  companyTutor: tutorInTouch,
});
/** Date of birth, address, nationality, gender. */
export const readCivil = rule('participant:read-civil', {
  ...own,
  ...grant(['sendingCoordinator', 'sendingFinance']),
  hostCoordinator: hostKeepsData,
});
/** Whether the participant is a minor today: yes or no. */
export const readMinor = rule('participant:read-minor', {
  ...own,
  ...grant(school),
  hostCoordinator: always,
  companyTutor: confirmed,
});
/** Whom to call in an emergency. */
export const readEmergency = rule('participant:read-emergency', {
  ...own,
  ...grant(['sendingCoordinator', 'sendingTeacher']),
  hostCoordinator: hostKeepsData,
  companyTutor: tutorInTouch,
});
/** Dietary needs. */
export const readDiet = rule('participant:read-diet', {
  ...own,
  sendingCoordinator: always,
  sendingTeacher: equals('healthReleasedToTeachers', true),
  hostCoordinator: hostKeepsData,
});
/** Health and special needs: what the person released, and the coordinator (each read is logged). */
export const readHealth = rule('participant:read-health', {
  ...own,
  sendingCoordinator: always,
  sendingTeacher: equals('healthReleasedToTeachers', true),
  hostCoordinator: all(hostKeepsData, equals('healthReleasedToHost', true)),
});
/** The flag of fewer opportunities. */
export const readFewerOpportunities = rule('participant:read-fewer-opportunities', {
  ...own,
  ...grant(['sendingCoordinator', 'sendingFinance']),
});
/** The reason of fewer opportunities. */
export const readFewerOpportunitiesReason = rule('participant:read-fewer-opportunities-reason', {
  ...own,
  sendingCoordinator: always,
});
/** The guardian's name and how to reach them. */
export const readGuardian = rule('participant:read-guardian', {
  ...own,
  ...grant(['sendingCoordinator', 'sendingTeacher']),
  hostCoordinator: hostKeepsData,
});
/** The guardian's e-mail: for the school and the family; a host reaches a guardian by telephone, in an emergency. */
export const readGuardianMail = rule('participant:read-guardian-mail', {
  ...own,
  ...grant(['sendingCoordinator', 'sendingTeacher']),
  hostCoordinator: never,
});
/** Whether the participant and the guardian have answered their invitation. */
export const readInvitation = rule('participant:read-invitation', ['sendingCoordinator', 'sendingTeacher']);
/** Lists of the school's participants, and bringing them in. */
export const list = rule('participant:list', school);
export const importThem = rule('participant:import', ['sendingCoordinator']);
export const invite = rule('participant:invite', ['sendingCoordinator']);
export const correct = rule('participant:correct', ['sendingCoordinator']);
/** What a participant corrects by themselves: contact, emergency, diet, health, what they release. */
export const correctOwn = rule('participant:correct-own', ['participant', 'guardian']);
/** Who read a participant's logged data, and when. */
export const readAccessLog = rule('participant:read-access-log', [...family, 'sendingCoordinator']);
/** A participant without the light of a mobility: the school's own (reserves among them), and oneself. */
export const readAlone = rule('participant:read-alone', [...family, ...school]);
