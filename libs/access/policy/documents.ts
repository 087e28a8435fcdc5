import { actor, all, equals, oneOf, through } from '../condition';
import { reach } from '../reach';
import { rule } from '../rule';
import { actors, family } from './groups';
import { heldByHost } from './held-by-host';

const ofMobility = through('mobilityId', 'mobility');
/** A host holds what was marked for it from the confirmed placement on, until the time it may keep personal data ends. */
const markedForHost = all(equals('forHost', true), oneOf('status', ['uploaded', 'verified']), heldByHost);

export const reachDocument = reach('document', 'document', {
  participant: ofMobility,
  guardian: ofMobility,
  hostCoordinator: markedForHost,
  sendingCoordinator: ofMobility,
});

/** An identity, insurance or travel document: what it is, until when it is valid, and the file itself. */
export const read = rule('document:read', [...family, 'hostCoordinator', 'sendingCoordinator']);
/** Who uploaded and verified it, and why it was sent back. */
export const readReview = rule('document:read-review', [...family, 'sendingCoordinator']);
export const list = rule('document:list', ['hostCoordinator', 'sendingCoordinator']);
export const upload = rule('document:upload', family);
/** Sending a large file in parts; what it becomes has its own rule. */
export const sendInParts = rule('upload:send-in-parts', actors);
/** Taking back one’s own upload before it is verified. */
export const remove = rule('document:remove', family);
/** Releasing a document to the host, or taking it back. */
export const markForHost = rule('document:mark-for-host', [...family, 'sendingCoordinator']);
/** Verifying, and sending back with a reason. */
export const verify = rule('document:verify', ['sendingCoordinator']);

/** The keys by which an organisation seals what all have signed. */
export const reachSealKey = reach('sealKey', 'seal_key', {
  sendingCoordinator: equals('organisationId', actor('organisationId')),
});
/** The certificate of the own organisation's seal; the key itself is readable by nobody. */
export const readSealKey = rule('seal-key:read', ['sendingCoordinator']);
/** Making a new key, or bringing one. */
export const manageSealKey = rule('seal-key:manage', ['sendingCoordinator']);
