import { policy } from '@softmob/access';
import { Access, Type } from '@softmob/api-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalTextInput, LocalTextType } from './text.type';
import { type CatalogueUnit } from './unit.service';

const { readUnits } = policy.learning;

@Type('LearningUnit', 'A unit of learning outcomes: shipped with the product, or a school’s own.')
export class LearningUnitType implements CatalogueUnit {
  @Access(readUnits)
  @Field(() => ID, { nullable: true, description: 'Identifier of a school’s own unit; null for a shipped one.' })
  id!: string | null;

  @Access(readUnits)
  @Field(() => String, { description: 'Stable key, to be named when composing.' })
  key!: string;

  @Access(readUnits)
  @Field(() => String, { description: 'Occupation, by its ESCO label in English.' })
  occupation!: string;

  @Access(readUnits)
  @Field(() => String, { description: 'ESCO URI of the occupation; empty where not known.' })
  esco!: string;

  @Access(readUnits)
  @Field(() => String, { description: 'ISCED-F 2013 code.' })
  iscedF!: string;

  @Access(readUnits)
  @Field(() => Int, { description: 'EQF level, 1 to 8.' })
  eqf!: number;

  @Access(readUnits)
  @Field(() => Int, { description: 'Suggested hours in the workplace.' })
  hours!: number;

  @Access(readUnits)
  @Field(() => LocalTextType, { description: 'Title.' })
  title!: LocalTextType;

  @Access(readUnits)
  @Field(() => [LocalTextType], { description: 'What the learner knows.' })
  knowledge!: LocalTextType[];

  @Access(readUnits)
  @Field(() => [LocalTextType], { description: 'What the learner can do.' })
  skills!: LocalTextType[];

  @Access(readUnits)
  @Field(() => [LocalTextType], { description: 'What the learner answers for.' })
  responsibilityAndAutonomy!: LocalTextType[];

  @Access(readUnits)
  @Field(() => LocalTextType, { description: 'How it is assessed.' })
  assessment!: LocalTextType;

  @Access(readUnits)
  @Field(() => [LocalTextType], { description: 'Workplace tasks through which it is learnt.' })
  tasks!: LocalTextType[];

  @Access(readUnits)
  @Field(() => LocalTextType, { description: 'Where the unit comes from.' })
  origin!: LocalTextType;

  @Access(readUnits)
  @Field(() => Int, { nullable: true, description: 'Pass it back when editing an own unit.' })
  version!: number | null;
}

@InputType({ description: 'A unit of learning outcomes.' })
export class LearningUnitInput {
  @Field(() => String, { description: 'Occupation, by its ESCO label in English.' })
  occupation!: string;

  @Field(() => String, { nullable: true, description: 'ISCED-F 2013 code.' })
  iscedF?: string;

  @Field(() => Int, { description: 'EQF level, 1 to 8.' })
  eqf!: number;

  @Field(() => Int, { description: 'Hours in the workplace.' })
  hours!: number;

  @Field(() => LocalTextInput, { description: 'Title.' })
  title!: LocalTextInput;

  @Field(() => [LocalTextInput], { description: 'What the learner knows; 20 at most.' })
  knowledge!: LocalTextInput[];

  @Field(() => [LocalTextInput], { description: 'What the learner can do; 1 to 20.' })
  skills!: LocalTextInput[];

  @Field(() => [LocalTextInput], { description: 'What the learner answers for; 20 at most.' })
  responsibilityAndAutonomy!: LocalTextInput[];

  @Field(() => LocalTextInput, { description: 'How it is assessed.' })
  assessment!: LocalTextInput;

  @Field(() => [LocalTextInput], { description: 'Workplace tasks; 20 at most.' })
  tasks!: LocalTextInput[];
}
