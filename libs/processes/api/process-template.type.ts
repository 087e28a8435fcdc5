import { policy } from '@softmob/access';
import { Access, type Ctx as Context, inLanguage, LocaleArg, Moment, Type } from '@softmob/api-kit';
import { type ProcessStep } from '@softmob/processes-model';
import { Ctx, Field, ID, Int } from 'type-graphql';
import { type ProcessTemplateRow, type ProcessTemplateVersion } from './process-template.entity';

const rules = policy.processes;

@Type('ProcessDue', 'When a step is due.')
export class ProcessDueType {
  @Access(rules.readTemplate)
  @Field(() => String, { description: '`departure`, `return` or `step`.' })
  anchor!: ProcessStep['due']['anchor'];

  @Access(rules.readTemplate)
  @Field(() => Int, { description: 'Days after that; negative: before.' })
  offsetDays!: number;

  @Access(rules.readTemplate)
  @Field(() => String, { nullable: true, description: 'Key of the step it counts from, where the anchor is one.' })
  step?: string | null;

  @Access(rules.readTemplate)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether only working days of the sending country count; null says no.',
  })
  workingDays?: boolean | null;
}

@Type('ProcessEscalation', 'Who hears of a step that is still open after it was due.')
export class ProcessEscalationType {
  @Access(rules.readTemplate)
  @Field(() => Int, { description: 'Days after it was due.' })
  afterDays!: number;

  @Access(rules.readTemplate)
  @Field(() => String, { description: 'The audience that is told.' })
  role!: string;
}

@Type('ProcessStep', 'One thing that has to be done, for each mobility or once for the whole flow.')
export class ProcessStepType {
  @Access(rules.readTemplate)
  @Field(() => String, { description: 'Names the step within its template; tasks carry it as `stepKey`.' })
  key!: string;

  @Access(rules.readTemplate)
  @Field(() => String, { simple: false, description: 'What is to be done, in English.' })
  titleEn(): string {
    return (this as unknown as ProcessStep).title.en;
  }

  @Access(rules.readTemplate)
  @Field(() => String, { simple: false, description: 'What is to be done, in Italian.' })
  titleIt(): string {
    return (this as unknown as ProcessStep).title.it;
  }

  @Access(rules.readTemplate)
  @Field(() => String, { description: 'application, preparation, implementation, evaluation or finalisation.' })
  phase!: string;

  @Access(rules.readTemplate)
  @Field(() => String, { description: 'The audience that holds it.' })
  role!: string;

  @Access(rules.readTemplate)
  @Field(() => String, { description: '`mobility`: of each participant; `flow`: once for all.' })
  scope!: string;

  @Access(rules.readTemplate)
  @Field(() => ProcessDueType, { description: 'When it is due.' })
  due!: ProcessDueType;

  @Access(rules.readTemplate)
  @Field(() => String, { nullable: true, description: 'The event that closes it; null where somebody ticks it.' })
  closesOn!: string | null;

  @Access(rules.readTemplate)
  @Field(() => [String], { nullable: true, description: 'Keys of the steps that come before it.' })
  needs?: readonly string[] | null;

  @Access(rules.readTemplate)
  @Field(() => Boolean, { nullable: true, description: 'Whether only minors have it; null says no.' })
  minorsOnly?: boolean | null;

  @Access(rules.readTemplate)
  @Field(() => [Int], { nullable: true, description: 'Days before it is due on which its holder is reminded.' })
  reminders?: readonly number[] | null;

  @Access(rules.readTemplate)
  @Field(() => ProcessEscalationType, { nullable: true, description: 'Who hears of it when it stays open.' })
  escalation?: ProcessEscalationType | null;
}

@Type('ProcessFault', 'What keeps a draft from being published.')
export class ProcessFaultType {
  @Access(rules.readTemplate)
  @Field(() => String, { description: 'The field, such as `steps.3.due.step`.' })
  path!: string;

  @Access(rules.readTemplate)
  @Field(() => String, { nullable: true, description: 'Key of the step; null where the fault is the template’s.' })
  step!: string | null;

  @Access(rules.readTemplate)
  @Field(() => String, { description: 'Stable code that portals translate.' })
  code!: string;

  @Access(rules.readTemplate)
  @Field(() => String, { description: 'English sentence.' })
  message!: string;
}

@Type('ProcessTemplateVersion', 'What a process was when it was published. It never changes.')
export class ProcessTemplateVersionType implements Pick<
  ProcessTemplateVersion,
  'id' | 'number' | 'note' | 'publishedAt'
> {
  @Access(rules.readTemplate)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readTemplate)
  @Field(() => Int, { description: '1, 2, 3 … within the template.' })
  number!: number;

  @Access(rules.readTemplate)
  @Field(() => [ProcessStepType], { description: 'Its steps, in their order.' })
  steps!: ProcessStepType[];

  @Access(rules.readTemplate)
  @Field(() => String, { nullable: true, description: 'What whoever published it said about it.' })
  note!: string | null;

  @Access(rules.readTemplate)
  @Field(() => Moment, { description: 'When it was published.' })
  publishedAt!: Date;
}

@Type('ProcessTemplate', 'A process that flows may follow: phases and steps from acceptance to the end.')
export class ProcessTemplateType implements Pick<
  ProcessTemplateRow,
  'id' | 'key' | 'nameEn' | 'nameIt' | 'activityTypes' | 'sharedWithPartners' | 'archivedAt' | 'version'
> {
  @Access(rules.readTemplate)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readTemplate)
  @Field(() => String, { description: 'By which a new flow names it.' })
  key!: string;

  @Access(rules.readTemplate)
  @Field(() => String, { simple: false, description: 'Its name.' })
  name(@Ctx() ctx: Context, @LocaleArg() locale: string | null): string {
    const { nameEn, nameIt } = this as unknown as ProcessTemplateRow;
    return inLanguage(ctx, locale, { en: nameEn, it: nameIt });
  }

  @Access(rules.readTemplate)
  @Field(() => String, { description: 'Its name in English.' })
  nameEn!: string;

  @Access(rules.readTemplate)
  @Field(() => String, { description: 'Its name in Italian.' })
  nameIt!: string;

  @Access(rules.readTemplate)
  @Field(() => [String], { description: 'Codes of the activity types for which it is offered first.' })
  activityTypes!: string[];

  @Access(rules.readTemplate)
  @Field(() => String, {
    simple: false,
    description: '`own`, `shipped` with the product, or `partner`: shared by a school that works with a common host.',
  })
  origin(@Ctx() ctx: Context): string {
    const { organisationId } = this as unknown as ProcessTemplateRow;
    if (organisationId === null) return 'shipped';
    return organisationId === ctx.actor.organisationId ? 'own' : 'partner';
  }

  @Access(rules.readTemplate)
  @Field(() => Boolean, { description: 'Whether partner schools may read and copy it.' })
  sharedWithPartners!: boolean;

  @Access(rules.readDraft)
  @Field(() => [ProcessStepType], {
    nullable: true,
    description: 'Steps that are not published yet; null where there are none, or where it is another school’s.',
  })
  draft!: ProcessStepType[] | null;

  @Access(rules.readTemplate)
  @Field(() => Moment, {
    nullable: true,
    description: 'When it was put away: running flows keep it, new ones do not find it.',
  })
  archivedAt!: Date | null;

  @Access(rules.readTemplate)
  @Field(() => Int, { description: 'Pass it back when changing: an older one is a CONFLICT.' })
  version!: number;
}
