import { policy } from '@softmob/access';
import { Access, connectionOf, Day, Moment, Type } from '@softmob/api-kit';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { type DiaryEntry } from './diary-entry.entity';

const rules = policy.monitoring;

@Type('DiaryEntry', 'One day of a participant’s diary.')
export class DiaryEntryType implements Omit<DiaryEntry, 'createdAt'> {
  @Access(rules.readDiary)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readDiary)
  @Field(() => ID, { description: 'The mobility it belongs to.' })
  mobilityId!: string;

  @Access(rules.readDiary)
  @Field(() => Day, { description: 'The day it tells of.' })
  day!: string;

  @Access(rules.readDiary)
  @Field(() => Float, { description: 'Hours worked, 0 to 24.' })
  hours!: number;

  @Access(rules.readDiary)
  @Field(() => String, { description: 'What was done.' })
  activities!: string;

  @Access(rules.readDiary)
  @Field(() => String, { description: 'What was learnt.' })
  learned!: string;

  @Access(rules.readSharing)
  @Field(() => Boolean, { description: 'Whether tutor, host and school may read it.' })
  shared!: boolean;

  @Access(rules.readSharing)
  @Field(() => Boolean, { description: 'Whether the guardian of a minor may read it.' })
  sharedWithGuardian!: boolean;

  @Access(rules.readDiary)
  @Field(() => Moment, { description: 'When it was last written.' })
  updatedAt!: Date;

  @Access(rules.readDiary)
  @Field(() => Int, { description: 'Pass it back when changing: an older one is a CONFLICT.' })
  version!: number;
}

export const DiaryConnection = connectionOf(DiaryEntryType, 'DiaryEntry', rules.listDiary);

@InputType({ description: 'One day of the diary: written for the first time, or over again.' })
export class DiaryEntryInput {
  @Field(() => ID, { description: 'The mobility.' })
  mobilityId!: string;

  @Field(() => Day, { description: 'A day of the stay, not in the future.' })
  day!: string;

  @Field(() => Float, { description: 'Hours worked, 0 to 24.' })
  hours!: number;

  @Field(() => String, { description: 'What was done, up to 4,000 characters.' })
  activities!: string;

  @Field(() => String, { description: 'What was learnt, up to 4,000 characters.' })
  learned!: string;

  @Field(() => Boolean, { description: 'Whether tutor, host and school may read it.' })
  shared!: boolean;

  @Field(() => Boolean, { description: 'Whether the guardian of a minor may read it.' })
  sharedWithGuardian!: boolean;

  @Field(() => Int, { nullable: true, description: 'The version that was seen; null for a new day.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'Which entries to list. What is left out does not restrict.' })
export class DiaryFilter {
  @Field(() => [ID], { nullable: true, description: 'Of any of these mobilities.' })
  mobilityIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of any of these flows.' })
  flowIds?: string[] | null;
}
