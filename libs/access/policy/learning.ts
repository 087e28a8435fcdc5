import { actor, all, any, equals, isNull, linked, not, oneOf, through, withinSeat } from '../condition';
import { reach } from '../reach';
import { rule } from '../rule';
import { FROM_CONFIRMED } from '../stage';
import { family, learningActors } from './groups';

const ofMobility = through('mobilityId', 'mobility');
/** A draft is the school's own affair: the other parties see an agreement once it was opened for signature. */
const opened = not(isNull('openedAt'));
/** A host sees what it is itself a party of, and not what an earlier host of the same learner agreed. */
const hostOfVersion = all(
  opened,
  equals('hostOrganisationId', actor('organisationId')),
  linked(
    'mobility',
    'mobilityId',
    'id',
    all(equals('hostOrganisationId', actor('organisationId')), oneOf('stage', FROM_CONFIRMED)),
  ),
);
/** What hangs on a mobility from its confirmation on. */
const hostFromConfirmed = linked(
  'mobility',
  'mobilityId',
  'id',
  all(equals('hostOrganisationId', actor('organisationId')), oneOf('stage', FROM_CONFIRMED)),
);

export const reachAgreement = reach('agreement', 'agreement', {
  sendingCoordinator: ofMobility,
  sendingTeacher: ofMobility,
  participant: ofMobility,
  guardian: ofMobility,
  companyTutor: ofMobility,
  hostCoordinator: hostFromConfirmed,
});
export const reachAgreementVersion = reach('agreementVersion', 'agreement_version', {
  sendingCoordinator: ofMobility,
  sendingTeacher: ofMobility,
  participant: all(opened, ofMobility),
  guardian: all(opened, ofMobility),
  companyTutor: all(
    opened,
    equals('companyId', actor('organisationId')),
    withinSeat('mobilityId'),
    through('mobilityId', 'mobility'),
  ),
  hostCoordinator: hostOfVersion,
});

const ofVersion = through('versionId', 'agreementVersion');
/** The scan of a signature is seen by whoever sent it and by the school that checks it. */
const ownScan = all(equals('uploadedById', actor('personId')), ofVersion);
export const reachPaper = reach('paperSignature', 'paper_signature', {
  sendingCoordinator: ofVersion,
  participant: ownScan,
  guardian: ownScan,
  companyTutor: ownScan,
  hostCoordinator: ownScan,
});

const submitted = not(isNull('submittedAt'));
/** An unfinished assessment is seen by whoever writes it. */
export const reachAssessment = reach('assessment', 'assessment', {
  sendingCoordinator: all(submitted, ofMobility),
  sendingTeacher: all(submitted, ofMobility),
  participant: all(any(submitted, equals('kind', 'self')), ofMobility),
  guardian: all(submitted, ofMobility),
  companyTutor: all(any(submitted, oneOf('kind', ['midterm', 'final'])), ofMobility),
  hostCoordinator: all(submitted, hostFromConfirmed),
});
const ofWhatWasLearnt = {
  sendingCoordinator: ofMobility,
  sendingTeacher: ofMobility,
  participant: ofMobility,
  guardian: ofMobility,
  companyTutor: ofMobility,
  hostCoordinator: hostFromConfirmed,
};
export const reachRecognition = reach('recognition', 'recognition', ofWhatWasLearnt);
export const reachCertificate = reach('certificate', 'certificate', ofWhatWasLearnt);

const ofSchool = equals('organisationId', actor('organisationId'));
/** A school's own units of learning outcomes. */
export const reachUnit = reach('learningUnit', 'learning_unit', {
  sendingCoordinator: ofSchool,
  sendingTeacher: ofSchool,
});

/** Agreement, outcomes, assessment and recognition: everybody who takes part, but not the finance office. */
export const readLearning = rule('learning:read', learningActors);
/** The catalogue of units, shipped ones and the school's own. */
export const readUnits = rule('learning-unit:read', ['sendingCoordinator', 'sendingTeacher']);
export const writeUnits = rule('learning-unit:write', ['sendingCoordinator']);
/** What is still missing in a draft. */
export const readDraft = rule('agreement:read-draft', ['sendingCoordinator', 'sendingTeacher']);
export const compose = rule('agreement:compose', ['sendingCoordinator', 'sendingTeacher']);
export const edit = rule('agreement:edit', ['sendingCoordinator', 'sendingTeacher']);
export const open = rule('agreement:open', ['sendingCoordinator']);
export const amend = rule('agreement:amend', ['sendingCoordinator']);
export const remind = rule('agreement:remind', ['sendingCoordinator']);
/** Signing, each for the party they are. */
export const sign = rule('agreement:sign', [...family, 'sendingCoordinator', 'companyTutor', 'hostCoordinator']);
/** Signing many at once: for whoever signs on behalf of an organisation with an account. */
export const signMany = rule('agreement:sign-many', ['sendingCoordinator', 'hostCoordinator']);
/** Refusing to sign, with a reason, each for the party they are. */
export const decline = rule('agreement:decline', [...family, 'sendingCoordinator', 'companyTutor', 'hostCoordinator']);
/** Scans of signatures on paper: the own ones, and for the school all. */
export const readPaper = rule('paper-signature:read', [
  ...family,
  'sendingCoordinator',
  'companyTutor',
  'hostCoordinator',
]);
/** Sending the scan of a signature that one's own party gave on paper; the school for any party. */
export const uploadPaper = rule('paper-signature:upload', [
  ...family,
  'sendingCoordinator',
  'companyTutor',
  'hostCoordinator',
]);
/** Letting a scan count as a signature, or sending it back. */
export const checkPaper = rule('paper-signature:check', ['sendingCoordinator']);
/** Taking an open version back. */
export const withdraw = rule('agreement:withdraw', ['sendingCoordinator']);
/** Assessing what was learnt: the tutor's part. */
export const assess = rule('assessment:give', ['companyTutor']);
/** The learner's own view of it. */
export const assessOwn = rule('assessment:give-own', ['participant']);
export const recognise = rule('recognition:decide', ['sendingCoordinator', 'sendingTeacher']);
export const certify = rule('certificate:issue', ['sendingCoordinator']);
