import { actor, equals } from '../condition';
import { reach } from '../reach';
import { rule } from '../rule';

/** Files of the caller's own organisation. */
export const reachImport = reach('import', 'import_batch', {
  sendingCoordinator: equals('organisationId', actor('organisationId')),
  hostCoordinator: equals('organisationId', actor('organisationId')),
});

/** What a file holds, how it was understood, and bringing it in. Which kinds somebody may bring in, their rules say. */
export const handle = rule('import:handle', ['sendingCoordinator', 'hostCoordinator']);
