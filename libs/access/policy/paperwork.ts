import { actor, all, any, equals, isNull, not, through } from '../condition';
import { reach } from '../reach';
import { rule } from '../rule';
import { everybody, family } from './groups';
import { heldByHost } from './held-by-host';

const ofSchool = equals('organisationId', actor('organisationId'));

/** A school's own templates, and those that are shipped. */
export const reachTemplate = reach('documentTemplate', 'document_template', {
  sendingCoordinator: any(ofSchool, isNull('organisationId')),
});
export const reachTemplateVersion = reach('documentTemplateVersion', 'document_template_version', {
  sendingCoordinator: through('templateId', 'documentTemplate'),
});
export const reachRun = reach('documentRun', 'document_run', { sendingCoordinator: ofSchool });

const forFamily = all(
  equals('forParticipant', true),
  not(equals('status', 'withdrawn')),
  through('mobilityId', 'mobility'),
);
/** What was made for the host as well: of a learner from the confirmed placement on, as long as the host keeps data. */
const forHost = all(
  equals('forHost', true),
  not(equals('status', 'withdrawn')),
  equals('hostOrganisationId', actor('organisationId')),
  any(isNull('mobilityId'), heldByHost),
);
export const reachIssued = reach('issuedDocument', 'issued_document', {
  sendingCoordinator: ofSchool,
  participant: forFamily,
  guardian: forFamily,
  hostCoordinator: forHost,
});

/** What a document template says, in each of its versions. */
export const readTemplate = rule('document-template:read', ['sendingCoordinator']);
/** What is not published yet. */
export const readDraft = rule('document-template:read-draft', { sendingCoordinator: ofSchool });
/** Taking a template over as one's own. */
export const copyTemplate = rule('document-template:copy', ['sendingCoordinator']);
/** Working on a template of one's own school: draft, publication, archive. */
export const editTemplate = rule('document-template:edit', { sendingCoordinator: ofSchool });
/** Issuing documents: for one, for a selection, for a flow; looking first at what is missing. */
export const generate = rule('issued-document:generate', ['sendingCoordinator']);
/** An issued document: what it is, its number and state, and the file itself. */
export const readIssued = rule('issued-document:read', [...family, 'hostCoordinator', 'sendingCoordinator']);
/** How a document came about: who issued and withdrew it and why, and the address that proves it. */
export const readIssue = rule('issued-document:read-issue', ['sendingCoordinator']);
/** Declaring a document void. */
export const withdraw = rule('issued-document:withdraw', ['sendingCoordinator']);
/** Whether a document is genuine: for whoever holds it, without telling whose it is. */
export const verify = rule('issued-document:verify', everybody);
