import { policy } from '@softmob/access';
import { Access, type Ctx as Context, Day, inLanguage, LocaleArg, Type } from '@softmob/api-kit';
import { lateness } from '@softmob/processes-model';
import { Ctx, Field, ID, Int } from 'type-graphql';
import { type GroupWaitRow, type TaskGroupRow } from './task-groups';

const { readCare, readTask } = policy.processes;

@Type('TaskGroup', 'The tasks of one step of one flow: what somebody does in one go.')
export class TaskGroupType implements Omit<TaskGroupRow, 'titleEn' | 'titleIt' | 'assigneePersonId'> {
  @Access(readTask)
  @Field(() => ID, { description: 'Flow and step.' })
  id!: string;

  @Access(readTask)
  @Field(() => ID, { description: 'The flow.' })
  flowId!: string;

  @Access(readTask)
  @Field(() => String, { description: 'Key of the step.' })
  stepKey!: string;

  @Access(readTask)
  @Field(() => String, { simple: false, description: 'What is to be done.' })
  title(@Ctx() ctx: Context, @LocaleArg() locale: string | null): string {
    const { titleEn, titleIt } = this as unknown as TaskGroupRow;
    return inLanguage(ctx, locale, { en: titleEn, it: titleIt });
  }

  @Access(readTask)
  @Field(() => String, { description: 'Phase of the process.' })
  phase!: string;

  @Access(readTask)
  @Field(() => String, { description: 'The audience that holds them.' })
  role!: string;

  @Access(readTask)
  @Field(() => String, {
    nullable: true,
    description: 'The type of event that closes them; null where it is said by hand.',
  })
  closesOn!: string | null;

  @Access(readTask)
  @Field(() => Boolean, { description: 'Whether it is a task of the flow as a whole rather than of its people.' })
  wholeFlow!: boolean;

  @Access(readTask)
  @Field(() => Day, { description: 'The earliest day by which one of the open ones is due.' })
  dueOn!: string;

  @Access(readTask)
  @Field(() => String, {
    simple: false,
    description: '`late`, `today`, `soon` (within seven days), `later` or `done`.',
  })
  state(@Ctx() ctx: Context): string {
    const row = this as unknown as TaskGroupRow;
    return row.open === 0 ? 'done' : lateness(row.dueOn, ctx.actor.today).state;
  }

  @Access(readTask)
  @Field(() => Int, { description: 'How many are open.' })
  open!: number;

  @Access(readTask)
  @Field(() => Int, { description: 'How many of them are late.' })
  late!: number;

  @Access(readTask)
  @Field(() => Int, { description: 'How many of the open ones wait for an earlier step that is still open.' })
  waiting!: number;

  @Access(readTask)
  @Field(() => Int, { description: 'How many are done.' })
  done!: number;

  @Access(readTask)
  @Field(() => [ID], { description: 'The open tasks.' })
  taskIds!: readonly string[];

  @Access(readCare)
  @Field(() => Int, { description: 'How many are late for so long that they were brought before the coordinator.' })
  escalated!: number;

  @Access(readCare)
  @Field(() => Day, { nullable: true, description: 'The latest day until which open ones are put off.' })
  snoozedUntil!: string | null;

  @Access(readCare)
  @Field(() => String, { nullable: true, description: 'Why they are put off.' })
  snoozeReason!: string | null;
}

@Type('TaskGroupWait', 'An earlier step that keeps tasks of a group waiting.')
export class TaskGroupWaitType implements Pick<GroupWaitRow, 'stepKey' | 'role' | 'count'> {
  @Access(readTask)
  @Field(() => String, { description: 'Key of the earlier step.' })
  stepKey!: string;

  @Access(readTask)
  @Field(() => String, { simple: false, description: 'What is to be done first.' })
  title(@Ctx() ctx: Context, @LocaleArg() locale: string | null): string {
    const { titleEn, titleIt } = this as unknown as GroupWaitRow;
    return inLanguage(ctx, locale, { en: titleEn, it: titleIt });
  }

  @Access(readTask)
  @Field(() => String, { description: 'The audience that holds it.' })
  role!: string;

  @Access(readTask)
  @Field(() => Int, { description: 'How many of it are still open.' })
  count!: number;
}
