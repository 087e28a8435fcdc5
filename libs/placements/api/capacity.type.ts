import { policy } from '@softmob/access';
import { Access, Day, Type } from '@softmob/api-kit';
import { Field, ID, Int } from 'type-graphql';
import { type Capacity } from './capacity.entity';
import { type CapacityWeek } from './desk.service';

const { readCapacity, listCapacities } = policy.placements;

@Type('Capacity', 'How many learners of an occupation a company takes at the same time.')
export class CapacityType implements Omit<Capacity, 'createdAt' | 'companyId' | 'hostOrganisationId'> {
  @Access(readCapacity)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readCapacity)
  @Field(() => String, { description: 'Occupation, by its ESCO label in English.' })
  occupation!: string;

  @Access(readCapacity)
  @Field(() => Int, { description: 'Learners at the same time.' })
  places!: number;

  @Access(readCapacity)
  @Field(() => Day, { nullable: true, description: 'First day on which the places are there; null: since always.' })
  startsOn!: string | null;

  @Access(readCapacity)
  @Field(() => Day, { nullable: true, description: 'Last day on which the places are there; null: for good.' })
  endsOn!: string | null;

  @Access(readCapacity)
  @Field(() => Int, { description: 'Pass it back when changing: an older one is a CONFLICT.' })
  version!: number;
}

@Type('CapacityWeek', 'Places of seven days.')
export class CapacityWeekType implements CapacityWeek {
  @Access(listCapacities)
  @Field(() => Day, { description: 'The first of the seven days.' })
  startsOn!: string;

  @Access(listCapacities)
  @Field(() => Int, { description: 'Places there are; 0 outside the period of the capacity.' })
  places!: number;

  @Access(listCapacities)
  @Field(() => Int, { description: 'The most that are taken at once, proposals included.' })
  taken!: number;

  @Access(listCapacities)
  @Field(() => Int, { description: 'The most that are taken at once by confirmed placements.' })
  confirmed!: number;

  @Access(listCapacities)
  @Field(() => Int, { description: 'Free through the whole week.' })
  free!: number;
}

@Type('CapacityWeeks', 'Places of a company, week by week.')
export class CapacityWeeks {
  @Access(listCapacities)
  @Field(() => CapacityType, { description: 'The places.' })
  capacity!: Capacity;

  @Access(listCapacities)
  @Field(() => [CapacityWeekType], { description: 'The weeks asked for, in their order.' })
  weeks!: readonly CapacityWeekType[];
}
