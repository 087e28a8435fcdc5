import { policy } from '@softmob/access';
import { Access, type Ctx as Context } from '@softmob/api-kit';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { assigneeName, assigneeOf, taskColleagues, type WaitRow, waitsOfTask } from './task-care.loaders';
import { assignTasks, snoozeTasks, wakeTasks } from './task-care.service';
import { AssignTasksInput, SnoozeTasksInput, TaskColleagueType, TaskStepInput, TaskWaitType } from './task-care.type';
import { type Task } from './task.entity';
import { TaskType } from './task.type';

const rules = policy.processes;

@Resolver(() => TaskType)
export class TaskCareResolver {
  @Access(rules.listColleagues)
  @Query(() => [TaskColleagueType], { description: 'The colleagues to whom the reader may give tasks, by name.' })
  taskColleagues(@Ctx() ctx: Context) {
    return taskColleagues(ctx);
  }

  @Access(rules.readCare)
  @FieldResolver(() => TaskColleagueType, {
    nullable: true,
    description: 'To whom it was given; nobody where it is for all who hold it. A host reads its own colleagues.',
  })
  assignee(@Root() task: Task, @Ctx() ctx: Context) {
    return assigneeOf(ctx, task);
  }

  @Access(rules.readTask)
  @FieldResolver(() => [TaskWaitType], { description: 'The earlier steps that are still open.' })
  waitsFor(@Root() task: Task, @Ctx() ctx: Context) {
    return task.doneAt || task.needs.length === 0 ? [] : ctx.load(waitsOfTask).load(task.id);
  }

  @Access(rules.assignTask)
  @Mutation(() => [TaskType], {
    description:
      'Gives tasks to a colleague of the school, or of the host that holds them, or back to all who hold them.',
  })
  assignTasks(
    @Ctx() ctx: Context,
    @Arg('input', () => AssignTasksInput, { description: 'Which, and to whom.' }) input: AssignTasksInput,
  ): Promise<Task[]> {
    return assignTasks(ctx, input);
  }

  @Access(rules.snoozeTask)
  @Mutation(() => [TaskType], { description: 'Puts tasks off until a day, with a reason. Due days stay as they are.' })
  snoozeTasks(
    @Ctx() ctx: Context,
    @Arg('input', () => SnoozeTasksInput, { description: 'Which, until when and why.' }) input: SnoozeTasksInput,
  ): Promise<Task[]> {
    return snoozeTasks(ctx, input);
  }

  @Access(rules.snoozeTask)
  @Mutation(() => [TaskType], { description: 'Takes back that tasks were put off.' })
  wakeTasks(
    @Ctx() ctx: Context,
    @Arg('tasks', () => [TaskStepInput], { description: 'One to 500 open tasks: all of them, or none.' })
    tasks: TaskStepInput[],
  ): Promise<Task[]> {
    return wakeTasks(ctx, tasks);
  }
}

@Resolver(() => TaskWaitType)
export class TaskWaitResolver {
  @Access(rules.readDoer)
  @FieldResolver(() => String, { nullable: true, description: 'Name of whom it was given to, if anybody.' })
  assignee(@Root() wait: WaitRow, @Ctx() ctx: Context) {
    return wait.assigneePersonId ? ctx.load(assigneeName).load(wait.assigneePersonId) : null;
  }
}
