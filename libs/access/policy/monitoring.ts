import { actor, all, equals, linked, oneOf, through } from '../condition';
import { reach } from '../reach';
import { rule } from '../rule';
import { FROM_CONFIRMED } from '../stage';
import { learningActors } from './groups';

const ofMobility = through('mobilityId', 'mobility');
const hostFromConfirmed = linked(
  'mobility',
  'mobilityId',
  'id',
  all(equals('hostOrganisationId', actor('organisationId')), oneOf('stage', FROM_CONFIRMED)),
);
const shared = equals('shared', true);

/** A diary is its writer's: the others read the entries that were shared with them. */
export const reachDiary = reach('diaryEntry', 'diary_entry', {
  participant: ofMobility,
  guardian: all(equals('sharedWithGuardian', true), ofMobility),
  companyTutor: all(shared, ofMobility),
  hostCoordinator: all(shared, hostFromConfirmed),
  sendingCoordinator: all(shared, ofMobility),
  sendingTeacher: all(shared, ofMobility),
});

const ofWorkplace = {
  participant: ofMobility,
  guardian: ofMobility,
  companyTutor: ofMobility,
  hostCoordinator: hostFromConfirmed,
  sendingCoordinator: ofMobility,
  sendingTeacher: ofMobility,
};
/** A tutor reads what their own company wrote, not what the company before or after did. */
export const reachTutorReport = reach('tutorReport', 'tutor_report', {
  ...ofWorkplace,
  companyTutor: all(equals('companyId', actor('organisationId')), ofMobility),
});
export const reachAttendance = reach('attendance', 'attendance', ofWorkplace);

const attributable = all(equals('private', false), ofMobility);
/** What a participant marked private is read by nobody else. Hosts and companies read no single evaluation. */
export const reachEvaluation = reach('evaluation', 'evaluation', {
  participant: ofMobility,
  sendingCoordinator: attributable,
  sendingTeacher: attributable,
});

/** Confirming that somebody arrived or came back. */
export const confirmStay = rule('mobility:confirm-stay', [
  'participant',
  'hostCoordinator',
  'sendingCoordinator',
  'sendingTeacher',
]);
export const readDiary = rule('diary:read', learningActors);
export const listDiary = rule('diary:list', learningActors);
/** With whom an entry is shared: for its writer. */
export const readSharing = rule('diary:read-sharing', ['participant']);
export const writeDiary = rule('diary:write', ['participant']);
/** The tutor's weekly report, and who was there on which day. */
export const readReport = rule('tutor-report:read', learningActors);
/** What worries the tutor: for those who can help. */
export const readConcerns = rule('tutor-report:read-concerns', [
  'companyTutor',
  'hostCoordinator',
  'sendingCoordinator',
  'sendingTeacher',
]);
export const writeReport = rule('tutor-report:write', ['companyTutor']);
export const readAttendance = rule('attendance:read', learningActors);
/** How far diary, reports and attendance are: figures, no words. */
export const readFigures = rule('monitoring:read-figures', [
  'participant',
  'companyTutor',
  'hostCoordinator',
  'sendingCoordinator',
  'sendingTeacher',
]);
export const readEvaluation = rule('evaluation:read', ['participant', 'sendingCoordinator', 'sendingTeacher']);
export const submitEvaluation = rule('evaluation:submit', ['participant']);
