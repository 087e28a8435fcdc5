import { policy } from '@softmob/access';
import { Access, Moment, Type } from '@softmob/api-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { type Evaluation } from './evaluation.entity';

const { readEvaluation } = policy.monitoring;

@Type('EvaluationAnswer', 'One answer of an evaluation.')
export class EvaluationAnswerType {
  @Access(readEvaluation)
  @Field(() => String, { description: 'Key of the question, such as `company-tasks`.' })
  question!: string;

  @Access(readEvaluation)
  @Field(() => Int, { description: '1 (not at all) to 5 (fully).' })
  score!: number;

  @Access(readEvaluation)
  @Field(() => String, { nullable: true, description: 'What the participant added in words.' })
  text!: string | null;
}

@Type('Evaluation', 'What a participant says of the stay. One that is marked private is read by its writer alone.')
export class EvaluationType implements Pick<
  Evaluation,
  'id' | 'questionnaire' | 'comment' | 'private' | 'submittedAt'
> {
  @Access(readEvaluation)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(readEvaluation)
  @Field(() => String, { description: 'Which set of questions was answered.' })
  questionnaire!: string;

  @Access(readEvaluation)
  @Field(() => [EvaluationAnswerType], { description: 'The answers, in the order of the questions.' })
  answers!: EvaluationAnswerType[];

  @Access(readEvaluation)
  @Field(() => String, { nullable: true, description: 'What else the participant wished to say.' })
  comment!: string | null;

  @Access(readEvaluation)
  @Field(() => Boolean, { description: 'Whether only the participant reads it.' })
  private!: boolean;

  @Access(readEvaluation)
  @Field(() => Moment, { description: 'When it was sent.' })
  submittedAt!: Date;
}

@InputType({ description: 'One answer.' })
export class EvaluationAnswerInput {
  @Field(() => String, { description: 'Key of the question.' })
  question!: string;

  @Field(() => Int, { description: '1 (not at all) to 5 (fully).' })
  score!: number;

  @Field(() => String, { nullable: true, description: 'Words, up to 1,000 characters.' })
  text?: string | null;
}

@InputType({ description: 'An evaluation of the stay: each question answered, once, after the return.' })
export class EvaluationInput {
  @Field(() => ID, { description: 'The mobility.' })
  mobilityId!: string;

  @Field(() => [EvaluationAnswerInput], { description: 'One answer for each question.' })
  answers!: EvaluationAnswerInput[];

  @Field(() => String, { nullable: true, description: 'What else is to be said, up to 4,000 characters.' })
  comment?: string | null;

  @Field(() => Boolean, { description: 'Whether nobody else is to read it.' })
  private!: boolean;
}
