import { policy } from '@softmob/access';
import { Access, connectionOf, Day, Moment, Type } from '@softmob/api-kit';
import { type Mobility, MobilityType } from '@softmob/projects-api';
import { Field, ID, Int } from 'type-graphql';
import { type Capacity } from './capacity.entity';
import { CapacityType } from './capacity.type';
import { type RequestGroup } from './desk.service';
import { type MatchSuggestion } from './match.service';
import { type Placement } from './placement.entity';
import { type Tutor } from './placement.loaders';

const { read, readHistory, list, propose, readHostDesk } = policy.placements;

@Type('Placement', 'One learner’s stay at a company, from the request on.')
export class PlacementType implements Pick<
  Placement,
  | 'id'
  | 'status'
  | 'startsOn'
  | 'endsOn'
  | 'reason'
  | 'proposedBy'
  | 'requestedAt'
  | 'proposedAt'
  | 'confirmedAt'
  | 'endedAt'
  | 'version'
> {
  @Access(read)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(read)
  @Field(() => String, {
    description:
      '`requested` (no company yet), `proposed` (a place is held), `confirmed`, `ended` (early), `cancelled` or `declined`.',
  })
  status!: Placement['status'];

  @Access(read)
  @Field(() => Day, { description: 'First day at the company.' })
  startsOn!: string;

  @Access(read)
  @Field(() => Day, { description: 'Last day at the company.' })
  endsOn!: string;

  @Access(readHistory)
  @Field(() => String, { nullable: true, description: 'Why it was declined, cancelled or ended early.' })
  reason!: string | null;

  @Access(readHistory)
  @Field(() => String, {
    nullable: true,
    description: 'The audience that chose the company; null while none is chosen.',
  })
  proposedBy!: Placement['proposedBy'];

  @Access(readHistory)
  @Field(() => Moment, { description: 'When the school asked.' })
  requestedAt!: Date;

  @Access(readHistory)
  @Field(() => Moment, { nullable: true, description: 'When the company was chosen.' })
  proposedAt!: Date | null;

  @Access(readHistory)
  @Field(() => Moment, { nullable: true, description: 'When it was confirmed.' })
  confirmedAt!: Date | null;

  @Access(readHistory)
  @Field(() => Moment, { nullable: true, description: 'When it was declined, cancelled or ended early.' })
  endedAt!: Date | null;

  @Access(read)
  @Field(() => Int, { description: 'Moves on with every change.' })
  version!: number;
}

@Type('PlacementTutor', 'Who looks after the learner at the company.')
export class PlacementTutor implements Omit<Tutor, 'placementId'> {
  @Access(read)
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Access(read)
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Access(read)
  @Field(() => String, { description: 'E-mail address.' })
  email!: string;

  @Access(read)
  @Field(() => String, { nullable: true, description: 'Telephone.' })
  phone!: string | null;
}

@Type('MatchAssignment', 'A suggested place for one learner.')
export class MatchAssignment {
  @Access(propose)
  @Field(() => MobilityType, { description: 'Whose.' })
  mobility!: Mobility;

  @Access(propose)
  @Field(() => CapacityType, { description: 'The places it would take one of.' })
  capacity!: Capacity;
}

@Type('MatchUnmatched', 'A learner for whom no place was found.')
export class MatchUnmatched {
  @Access(propose)
  @Field(() => MobilityType, { description: 'Who.' })
  mobility!: Mobility;

  @Access(propose)
  @Field(() => String, { description: 'Why, as a code that portals translate.' })
  reason!: string;
}

@Type('MatchSuggestion', 'Places suggested for a whole flow. Nothing is stored until it is proposed.')
export class MatchSuggestionType implements MatchSuggestion {
  @Access(propose)
  @Field(() => [MatchAssignment], { description: 'Learners with a place.' })
  assignments!: MatchSuggestion['assignments'];

  @Access(propose)
  @Field(() => [MatchUnmatched], { description: 'Learners without one.' })
  unmatched!: MatchSuggestion['unmatched'];
}

@Type('PlacementRequestGroup', 'What waits for the host’s answer, of one flow.')
export class PlacementRequestGroup implements Pick<RequestGroup, 'requestedAt' | 'placements'> {
  @Access(readHostDesk)
  @Field(() => Moment, { description: 'When the oldest of them was asked for.' })
  requestedAt!: Date;

  @Access(readHostDesk)
  @Field(() => [PlacementType], { description: 'What waits, the oldest first.' })
  placements!: readonly Placement[];
}

export const PlacementConnection = connectionOf(PlacementType, 'Placement', list);
