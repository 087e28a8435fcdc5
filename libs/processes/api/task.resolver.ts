import { policy } from '@softmob/access';
import { Access, type Ctx as Context, findOne } from '@softmob/api-kit';
import { personName } from '@softmob/identity-api';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Task } from './task.entity';
import { tasks } from './task.loaders';
import { TaskFilter, findTasks } from './task.list';
import { completeTask, completeTasks, reopenTask, reopenTasks } from './task.service';
import { TaskConnection, TaskType } from './task.type';

const rules = policy.processes;

@Resolver(() => TaskType)
export class TaskResolver {
  @Access(rules.listTasks)
  @Query(() => TaskConnection, { description: 'Tasks within reach, by due day.' })
  tasks(
    @Ctx() ctx: Context,
    @Arg('filter', () => TaskFilter, { nullable: true, description: 'Which.' }) filter: TaskFilter | null,
    @Arg('first', () => Int, { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
  ) {
    return findTasks(ctx, filter ?? {}, { first, after });
  }

  @Access(rules.listTasks)
  @Query(() => TaskConnection, {
    description:
      'What the reader has to do, by due day: open tasks of their function that were given to nobody else and not put off.',
  })
  myTasks(
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
  ) {
    return findTasks(ctx, { mine: true, states: ['open'] }, { first, after });
  }

  @Access(rules.listTasks)
  @Query(() => TaskType, { description: 'One task within reach. NOT_FOUND otherwise.' })
  task(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Identifier.' }) id: string): Promise<Task> {
    return findOne(ctx, tasks, id);
  }

  @Access(rules.readDoer)
  @FieldResolver(() => String, { nullable: true, description: 'Name of whoever did it, or whose act closed it.' })
  doneBy(@Root() task: Task, @Ctx() ctx: Context) {
    return task.doneByPersonId ? ctx.load(personName).load(task.doneByPersonId) : null;
  }

  @Access(rules.complete)
  @Mutation(() => TaskType, {
    description:
      'Says by hand that a task is done. Whoever holds it may do so where it does not close by itself; the coordinator may for everybody.',
  })
  completeTask(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The task.' }) id: string,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'The version that was seen.' })
    expectedVersion: number | null,
  ): Promise<Task> {
    return completeTask(ctx, { id, expectedVersion });
  }

  @Access(rules.complete)
  @Mutation(() => [TaskType], { description: 'The same for up to 500 tasks at once: all of them, or none.' })
  completeTasks(
    @Ctx() ctx: Context,
    @Arg('ids', () => [ID], { description: 'The tasks.' }) ids: string[],
  ): Promise<Task[]> {
    return completeTasks(ctx, ids);
  }

  @Access(rules.complete)
  @Mutation(() => TaskType, { description: 'Takes back what somebody said by hand.' })
  reopenTask(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The task.' }) id: string,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'The version that was seen.' })
    expectedVersion: number | null,
  ): Promise<Task> {
    return reopenTask(ctx, { id, expectedVersion });
  }

  @Access(rules.complete)
  @Mutation(() => [TaskType], { description: 'Takes back, for up to 500 at once, what somebody said by hand.' })
  reopenTasks(
    @Ctx() ctx: Context,
    @Arg('ids', () => [ID], { description: 'The tasks: all of them, or none.' }) ids: string[],
  ): Promise<Task[]> {
    return reopenTasks(ctx, ids);
  }
}
