import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Day, inLanguage, LocaleArg, Type } from '@softmob/api-kit';
import { Ctx, Field, ID, InputType, Int } from 'type-graphql';
import { type ColleagueRow, type WaitRow } from './task-care.loaders';

const rules = policy.processes;

@Type('TaskColleague', 'Somebody whose function holds tasks.')
export class TaskColleagueType implements ColleagueRow {
  @Access(rules.readCare)
  @Field(() => ID, { description: 'Identifier of the person.' })
  personId!: string;

  @Access(rules.readCare)
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Access(rules.readCare)
  @Field(() => String, { description: 'The function in which they hold tasks.' })
  role!: string;
}

@Type('TaskWait', 'An earlier step that is still open, so that a later one waits for it.')
export class TaskWaitType implements Pick<WaitRow, 'stepKey' | 'role' | 'dueOn'> {
  @Access(rules.readTask)
  @Field(() => String, { description: 'Key of the step in its process template.' })
  stepKey!: string;

  @Access(rules.readTask)
  @Field(() => String, { simple: false, description: 'What is to be done first.' })
  title(@Ctx() ctx: Context, @LocaleArg() locale: string | null): string {
    const { titleEn, titleIt } = this as unknown as WaitRow;
    return inLanguage(ctx, locale, { en: titleEn, it: titleIt });
  }

  @Access(rules.readTask)
  @Field(() => String, { description: 'The audience that holds it.' })
  role!: string;

  @Access(rules.readTask)
  @Field(() => Day, { description: 'The day by which it is to be done.' })
  dueOn!: string;
}

@InputType({ description: 'A task, and which version of it was seen.' })
export class TaskStepInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;

  @Field(() => Int, { nullable: true, description: 'The version that was seen: an older one is a CONFLICT.' })
  expectedVersion?: number | null;
}

@InputType({ description: 'To whom tasks are given.' })
export class AssignTasksInput {
  @Field(() => [TaskStepInput], { description: 'One to 500 open tasks: all of them, or none.' })
  tasks!: TaskStepInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'A colleague whose function holds them; nobody gives them back to everybody who holds them.',
  })
  personId?: string | null;
}

@InputType({ description: 'Until when tasks are put off, and why.' })
export class SnoozeTasksInput {
  @Field(() => [TaskStepInput], { description: 'One to 500 open tasks: all of them, or none.' })
  tasks!: TaskStepInput[];

  @Field(() => Day, { description: 'The day on which they come back into lists and reminders.' })
  until!: string;

  @Field(() => String, { description: 'Why, 3 to 300 characters; the school and the host that holds them read it.' })
  reason!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Confirms that what has to be done before a departure waits beyond it; without this it is ILLEGAL_STATE, reason SNOOZE_BEYOND_DEPARTURE.',
  })
  beyondDeparture?: boolean | null;
}
