import { Day } from '@softmob/api-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type HostAnswer } from './clone.entity';

@InputType({
  description: 'Which flows become next year’s, in which project, and when. Give `weeks` or `firstDeparture`.',
})
export class CloneFlowsInput {
  @Field(() => [ID], { description: 'The flows, up to 50.' })
  flowIds!: string[];

  @Field(() => ID, { description: 'The project that takes the new flows; it may be the same one.' })
  projectId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'By how many weeks all of them move; 52 is the same time next year.',
  })
  weeks?: number | null;

  @Field(() => Day, {
    nullable: true,
    description: 'When the earliest of them leaves; on the same day of the week as before.',
  })
  firstDeparture?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the hosts are asked “same again?”; they are unless told.',
  })
  askHosts?: boolean | null;
}

@InputType({ description: 'Places of one occupation that a host offers.' })
export class OfferedPlacesInput {
  @Field(() => String, { description: 'Occupation, as it was asked for.' })
  occupation!: string;

  @Field(() => Int, { description: 'Places, 0 to 500.' })
  places!: number;
}

@InputType({ description: 'A host’s answer to “same again?”.' })
export class AnswerHostAskInput {
  @Field(() => ID, { description: 'What is answered.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen: an older one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { description: '`yes`, `changed` (fewer places or other days), or `no`.' })
  answer!: HostAnswer;

  @Field(() => [OfferedPlacesInput], {
    nullable: true,
    description: 'Only with `changed`: the places offered. Occupations left out stay as asked.',
  })
  places?: OfferedPlacesInput[] | null;

  @Field(() => Day, { nullable: true, description: 'Only with `changed`: the first day that suits.' })
  startsOn?: string | null;

  @Field(() => Day, { nullable: true, description: 'Only with `changed`: the last day that suits.' })
  endsOn?: string | null;

  @Field(() => String, { nullable: true, description: 'A word to the school, up to 1,000 characters.' })
  comment?: string | null;
}
