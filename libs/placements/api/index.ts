import { explainConstraint, type Slice } from '@softmob/api-kit';
import { Capacity } from './capacity.entity';
import { CapacityResolver, OrganisationCapacityResolver } from './capacity.resolver';
import { importReaction } from './capacity.service';
import { placementMails } from './mails';
import { replacementMails } from './replacement.mails';
import { Placement } from './placement.entity';
import { MobilityPlacementResolver, PlacementRequestResolver, PlacementResolver } from './placement.resolver';
import { withdrawalReaction } from './withdrawal.reaction';

explainConstraint(
  'placement_over_capacity',
  'COMPANY_FULL',
  'The company is full in this period: somebody else has the last place. Choose another company.',
);
explainConstraint(
  'placement_within_period',
  'COMPANY_CLOSED',
  'The company has no places for the whole of this stay. Choose another company.',
);
explainConstraint(
  'placement_no_overlap',
  'STAYS_OVERLAP',
  'This person is already placed somewhere in this period. Cancel the other stay first.',
);
explainConstraint(
  'placement_one_current',
  'PLACED_ALREADY',
  'Somebody has just asked for a place for this learner. Reload to see it.',
);
explainConstraint(
  'capacity_below_taken',
  'CAPACITY_TAKEN',
  'More places are taken than would remain. Move or cancel those placements first.',
);
explainConstraint(
  'capacity_once',
  'CAPACITY_TWICE',
  'The company has places for this occupation in these days already. Change those instead.',
);

export const placementsSlice: Slice = {
  name: 'placements',
  entities: [Capacity, Placement],
  resolvers: [
    PlacementResolver,
    PlacementRequestResolver,
    MobilityPlacementResolver,
    CapacityResolver,
    OrganisationCapacityResolver,
  ],
  reactions: [importReaction, withdrawalReaction],
  mails: { ...placementMails, ...replacementMails },
  topics: {
    'placements:requested': 'placements',
    'placements:cancelled': 'placements',
    'placements:confirmed': 'placements',
    'placements:declined': 'placements',
    'placements:tutor': 'placements',
    'placements:tutor-released': 'placements',
    'placements:moved': 'placements',
    'placements:ended': 'placements',
    'placements:withdrawn-host': 'withdrawals',
    'placements:withdrawn-tutor': 'withdrawals',
  },
};

export { Capacity } from './capacity.entity';
export { CapacityType } from './capacity.type';
export { Placement } from './placement.entity';
export * from './placement.loaders';
export { PlacementType } from './placement.type';
export { type AgreementAfter, tellOfReplacement } from './replacement.notice';
