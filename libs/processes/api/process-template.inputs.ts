import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'When a step is due.' })
export class ProcessDueInput {
  @Field(() => String, { description: '`departure`, `return` or `step`.' })
  anchor!: string;

  @Field(() => Int, { description: 'Days after that; negative: before. Up to 730.' })
  offsetDays!: number;

  @Field(() => String, { nullable: true, description: 'Key of the step it counts from, where the anchor is one.' })
  step?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether only working days of the sending country count.' })
  workingDays?: boolean | null;
}

@InputType({ description: 'Who hears of a step that is still open after it was due.' })
export class ProcessEscalationInput {
  @Field(() => Int, { description: 'Days after it was due, 1 to 730.' })
  afterDays!: number;

  @Field(() => String, { description: 'The audience that is told.' })
  role!: string;
}

@InputType({ description: 'One step of a draft.' })
export class ProcessStepInput {
  @Field(() => String, {
    description: 'Names the step: small letters, digits and hyphens. Keep it when the words change.',
  })
  key!: string;

  @Field(() => String, { description: 'What is to be done, in English.' })
  titleEn!: string;

  @Field(() => String, { description: 'What is to be done, in Italian.' })
  titleIt!: string;

  @Field(() => String, { description: 'application, preparation, implementation, evaluation or finalisation.' })
  phase!: string;

  @Field(() => String, { description: 'The audience that holds it.' })
  role!: string;

  @Field(() => String, { description: '`mobility`: of each participant; `flow`: once for all.' })
  scope!: string;

  @Field(() => ProcessDueInput, { description: 'When it is due.' })
  due!: ProcessDueInput;

  @Field(() => String, { nullable: true, description: 'The event that closes it; null where somebody ticks it.' })
  closesOn?: string | null;

  @Field(() => [String], { nullable: true, description: 'Keys of the steps that come before it.' })
  needs?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether only minors have it.' })
  minorsOnly?: boolean | null;

  @Field(() => [Int], { nullable: true, description: 'Days before it is due on which its holder is reminded.' })
  reminders?: number[] | null;

  @Field(() => ProcessEscalationInput, { nullable: true, description: 'Who hears of it when it stays open.' })
  escalation?: ProcessEscalationInput | null;
}

@InputType({ description: 'The whole draft of a template, as it stands in the editor.' })
export class SaveProcessDraftInput {
  @Field(() => ID, { description: 'The template, one of the school’s own.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was seen: an older one is a CONFLICT.' })
  version!: number;

  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;

  @Field(() => String, { description: 'Its name in Italian.' })
  nameIt!: string;

  @Field(() => [String], { description: 'Codes of the activity types for which it is offered first.' })
  activityTypes!: string[];

  @Field(() => [ProcessStepInput], { description: 'Its steps, in their order.' })
  steps!: ProcessStepInput[];
}
