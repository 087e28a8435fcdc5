import { actor, after, all, equals, linked, oneOf } from '../condition';
import { FROM_CONFIRMED } from '../stage';

/** What belongs to a mobility that is with the acting host, from the confirmed placement on, as long as it may keep personal data. */
export const heldByHost = linked(
  'mobility',
  'mobilityId',
  'id',
  all(
    equals('hostOrganisationId', actor('organisationId')),
    oneOf('stage', FROM_CONFIRMED),
    after('hostAccessUntil', actor('today')),
  ),
);
