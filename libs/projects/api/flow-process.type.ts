import { policy } from '@softmob/access';
import { Access, Day, Type } from '@softmob/api-kit';
import { ProcessStepType, ProcessTemplateVersionType } from '@softmob/processes-api';
import { Field, Int } from 'type-graphql';

const rule = policy.processes.moveFlow;

@Type('ProcessStepChange', 'A step that another version says differently.')
export class ProcessStepChangeType {
  @Access(rule)
  @Field(() => ProcessStepType, { description: 'As the flow follows it today.' })
  before!: ProcessStepType;

  @Access(rule)
  @Field(() => ProcessStepType, { description: 'As the other version says it.' })
  after!: ProcessStepType;

  @Access(rule)
  @Field(() => [String], {
    description: 'What differs: title, phase, role, scope, due, closesOn, needs, minorsOnly, reminders or escalation.',
  })
  fields!: string[];
}

@Type('DueDayMove', 'Open tasks whose due day moves.')
export class DueDayMoveType {
  @Access(rule)
  @Field(() => String, { description: 'Key of the step.' })
  stepKey!: string;

  @Access(rule)
  @Field(() => Day, { description: 'The day by which they are to be done today.' })
  from!: string;

  @Access(rule)
  @Field(() => Day, { description: 'The day by which they are to be done then.' })
  to!: string;

  @Access(rule)
  @Field(() => Int, { description: 'How many tasks.' })
  tasks!: number;
}

@Type('FlowProcessMove', 'What following another version of a process means for a flow. What is done stays done.')
export class FlowProcessMoveType {
  @Access(rule)
  @Field(() => ProcessTemplateVersionType, { nullable: true, description: 'The version that it follows today.' })
  from!: ProcessTemplateVersionType | null;

  @Access(rule)
  @Field(() => ProcessTemplateVersionType, { description: 'The version that it would follow.' })
  to!: ProcessTemplateVersionType;

  @Access(rule)
  @Field(() => [ProcessStepType], { description: 'Steps that come.' })
  added!: ProcessStepType[];

  @Access(rule)
  @Field(() => [ProcessStepType], { description: 'Steps that go.' })
  removed!: ProcessStepType[];

  @Access(rule)
  @Field(() => [ProcessStepChangeType], { description: 'Steps that change.' })
  changed!: ProcessStepChangeType[];

  @Access(rule)
  @Field(() => [DueDayMoveType], { description: 'Due days that move, by step and day.' })
  dueDays!: DueDayMoveType[];

  @Access(rule)
  @Field(() => Int, { description: 'Tasks that come, or come back.' })
  tasksAdded!: number;

  @Access(rule)
  @Field(() => Int, { description: 'Open tasks that fall away.' })
  tasksDropped!: number;

  @Access(rule)
  @Field(() => Int, { description: 'Tasks that are done and stay so.' })
  tasksDone!: number;
}
