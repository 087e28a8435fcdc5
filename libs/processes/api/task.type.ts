import { policy } from '@softmob/access';
import { Access, connectionOf, type Ctx as Context, Day, inLanguage, LocaleArg, Moment, Type } from '@softmob/api-kit';
import { lateness } from '@softmob/processes-model';
import { Ctx, Field, ID, Int } from 'type-graphql';
import { type Task } from './task.entity';

const rules = policy.processes;

@Type('Task', 'One step of a process that somebody has to take: of one mobility, or of a whole flow.')
export class TaskType implements Pick<
  Task,
  | 'id'
  | 'stepKey'
  | 'phase'
  | 'role'
  | 'dueOn'
  | 'closesOn'
  | 'needs'
  | 'doneAt'
  | 'doneHow'
  | 'cancelledAt'
  | 'snoozedUntil'
  | 'snoozeReason'
  | 'version'
> {
  @Access(rules.readTask)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readTask)
  @Field(() => String, { description: 'Key of the step in its process template: the same for everybody of a flow.' })
  stepKey!: string;

  @Access(rules.readTask)
  @Field(() => String, { simple: false, description: 'What is to be done.' })
  title(@Ctx() ctx: Context, @LocaleArg() locale: string | null): string {
    const { titleEn, titleIt } = this as unknown as Task;
    return inLanguage(ctx, locale, { en: titleEn, it: titleIt });
  }

  @Access(rules.readTask)
  @Field(() => String, {
    description: 'application, preparation, implementation, evaluation or finalisation.',
  })
  phase!: string;

  @Access(rules.readTask)
  @Field(() => String, { description: 'The audience that holds it, such as `companyTutor`.' })
  role!: string;

  @Access(rules.readTask)
  @Field(() => Day, { description: 'The day by which it is to be done.' })
  dueOn!: string;

  @Access(rules.readTask)
  @Field(() => String, {
    simple: false,
    description: '`late`, `today`, `soon` (within seven days), `later`, `done` or `cancelled`.',
  })
  state(@Ctx() ctx: Context): string {
    const row = this as unknown as Task;
    if (row.cancelledAt) return 'cancelled';
    return row.doneAt ? 'done' : lateness(row.dueOn, ctx.actor.today).state;
  }

  @Access(rules.readTask)
  @Field(() => String, {
    nullable: true,
    description: 'The type of event that closes it by itself; null where somebody says by hand that it is done.',
  })
  closesOn!: string | null;

  @Access(rules.readTask)
  @Field(() => [String], {
    description: 'Keys of the steps that come before it; one that is not there counts as done.',
  })
  needs!: string[];

  @Access(rules.readTask)
  @Field(() => Moment, { nullable: true, description: 'When it was done.' })
  doneAt!: Date | null;

  @Access(rules.readTask)
  @Field(() => String, {
    nullable: true,
    description: '`event` where it closed by itself, `hand` where somebody said so.',
  })
  doneHow!: Task['doneHow'];

  @Access(rules.readTask)
  @Field(() => Moment, { nullable: true, description: 'When it fell away, because the participant withdrew.' })
  cancelledAt!: Date | null;

  @Access(rules.readCare)
  @Field(() => Day, {
    nullable: true,
    description: 'The day until which it was put off; from then on it is as any other.',
  })
  snoozedUntil!: string | null;

  @Access(rules.readCare)
  @Field(() => String, { nullable: true, description: 'Why it was put off.' })
  snoozeReason!: string | null;

  @Access(rules.readCare)
  @Field(() => Boolean, {
    simple: false,
    description: 'Whether it has been late for so long that it was brought before the coordinator.',
  })
  escalated(): boolean {
    const { doneAt, escalatedFor, dueOn } = this as unknown as Task;
    return !doneAt && escalatedFor === dueOn;
  }

  @Access(rules.readTask)
  @Field(() => Int, { description: 'Pass it back when changing: an older one is a CONFLICT.' })
  version!: number;
}

export const TaskConnection = connectionOf(TaskType, 'Task', rules.listTasks);
