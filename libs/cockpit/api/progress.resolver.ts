import { policy } from '@softmob/access';
import { Access, type Ctx as Context } from '@softmob/api-kit';
import {
  assigneeOf,
  openTasksOfMobility,
  type Task,
  taskById,
  TaskColleagueType,
  tasksOfFlow,
  tasksOfMobility,
  TaskType,
} from '@softmob/processes-api';
import { type Flow, flowById, FlowType, type Mobility, mobilityById, MobilityType } from '@softmob/projects-api';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { FiguresType } from './figures.type';
import { figuresOfFlow, progressOfMobility, type ProgressRow } from './progress';
import { TaskProgressType } from './progress.type';
import { type TaskGroupRow, waitsOfGroup } from './task-groups';
import { TaskGroupType, TaskGroupWaitType } from './task-groups.type';

const { readTask } = policy.processes;
const { readProgress } = policy.cockpit;

@Resolver(() => MobilityType)
export class MobilityTasksResolver {
  @Access(readTask)
  @FieldResolver(() => [TaskType], { description: 'What is still to be done, by due day.' })
  openTasks(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return ctx.load(openTasksOfMobility).load(mobility.id);
  }

  @Access(readTask)
  @FieldResolver(() => [TaskType], { description: 'Everything done and to be done, by due day.' })
  tasks(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return ctx.load(tasksOfMobility).load(mobility.id);
  }

  @Access(readProgress)
  @FieldResolver(() => TaskProgressType, {
    nullable: true,
    description: 'How far its tasks are; null where the reader sees none.',
  })
  progress(@Root() mobility: Mobility, @Ctx() ctx: Context) {
    return ctx.load(progressOfMobility).load(mobility.id);
  }
}

@Resolver(() => TaskProgressType)
export class NextTaskResolver {
  @Access(readProgress)
  @FieldResolver(() => TaskType, {
    nullable: true,
    description: 'The open task that is due first, of those that can be taken now.',
  })
  next(@Root() progress: ProgressRow, @Ctx() ctx: Context) {
    return progress.nextTaskId ? ctx.load(taskById).load(progress.nextTaskId) : null;
  }
}

@Resolver(() => FlowType)
export class FlowTasksResolver {
  @Access(readProgress)
  @FieldResolver(() => FiguresType, { description: 'How far its people and tasks are.' })
  progress(@Root() flow: Flow, @Ctx() ctx: Context) {
    return ctx.load(figuresOfFlow).load(flow.id);
  }

  @Access(readProgress)
  @FieldResolver(() => [TaskType], { description: 'Tasks of the flow as a whole, by due day.' })
  tasks(@Root() flow: Flow, @Ctx() ctx: Context) {
    return ctx.load(tasksOfFlow).load(flow.id);
  }
}

@Resolver(() => TaskType)
export class TaskSubjectResolver {
  @Access(readTask)
  @FieldResolver(() => FlowType, { description: 'The flow.' })
  flow(@Root() task: Task, @Ctx() ctx: Context) {
    return ctx.load(flowById).load(task.flowId);
  }

  @Access(readTask)
  @FieldResolver(() => MobilityType, {
    nullable: true,
    description: 'The mobility; null for a task of the whole flow.',
  })
  mobility(@Root() task: Task, @Ctx() ctx: Context) {
    return task.mobilityId ? ctx.load(mobilityById).load(task.mobilityId) : null;
  }
}

@Resolver(() => TaskGroupType)
export class TaskGroupFlowResolver {
  @Access(readTask)
  @FieldResolver(() => FlowType, { description: 'The flow.' })
  flow(@Root() group: TaskGroupRow, @Ctx() ctx: Context) {
    return ctx.load(flowById).load(group.flowId);
  }

  @Access(policy.processes.readCare)
  @FieldResolver(() => TaskColleagueType, {
    nullable: true,
    description: 'To whom all of them were given; nobody where they are for all who hold them, or given to several.',
  })
  assignee(@Root() group: TaskGroupRow, @Ctx() ctx: Context) {
    return assigneeOf(ctx, group);
  }

  @Access(readTask)
  @FieldResolver(() => [TaskGroupWaitType], { description: 'The earlier steps that keep some of them waiting.' })
  waitsFor(@Root() group: TaskGroupRow, @Ctx() ctx: Context) {
    return group.waiting === 0 ? [] : ctx.load(waitsOfGroup).load(group);
  }
}
