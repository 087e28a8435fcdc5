import { type Ctx, Day, findPage, invalid, type Page, type PageInput } from '@softmob/api-kit';
import { type SqlParameters } from '@softmob/access';
import { Field, ID, InputType } from 'type-graphql';
import { type Task } from './task.entity';
import { holdsSql, snoozedSql } from './task.holding';
import { tasks } from './task.loaders';

@InputType({ description: 'Which tasks to list. What is left out does not restrict.' })
export class TaskFilter {
  @Field(() => ID, { nullable: true, description: 'Of this project.' })
  projectId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Of any of these flows.' })
  flowIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Of any of these mobilities.' })
  mobilityIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Held by any of these audiences.' })
  roles?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Of any of these steps of the template.' })
  stepKeys?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'In any of these states: `open` (late ones too), `late`, `snoozed`, `done`, `cancelled`. All but cancelled unless told.',
  })
  states?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only what the reader is to do: held by their function, given to nobody else, and not put off.',
  })
  mine?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Given to any of these people.' })
  assigneeIds?: string[] | null;

  @Field(() => Day, { nullable: true, description: 'Due on this day or later.' })
  dueFrom?: string | null;

  @Field(() => Day, { nullable: true, description: 'Due on this day or earlier.' })
  dueTo?: string | null;
}

const STATES: Readonly<Record<string, (parameters: SqlParameters, today: string) => string>> = {
  open: () => '(x.done_at IS NULL AND x.cancelled_at IS NULL)',
  late: (parameters, today) =>
    `(x.done_at IS NULL AND x.cancelled_at IS NULL AND x.due_on < ${parameters.add(today)}::date)`,
  snoozed: (parameters, today) =>
    `(x.done_at IS NULL AND x.cancelled_at IS NULL AND ${snoozedSql('x', parameters.add(today))})`,
  done: () => 'x.done_at IS NOT NULL',
  cancelled: () => 'x.cancelled_at IS NOT NULL',
};

function stateSql(states: readonly string[], parameters: SqlParameters, today: string): string {
  const parts = states.map((state, at) => {
    const sql = STATES[state];
    if (!sql)
      throw invalid(`filter.states.${String(at)}`, 'STATE_UNKNOWN', 'Use open, late, snoozed, done or cancelled.');
    return sql(parameters, today);
  });
  return `(${parts.join(' OR ')})`;
}

/** Whose tasks, and due when. */
function careSql(ctx: Ctx, filter: TaskFilter, parameters: SqlParameters): string[] {
  const parts: string[] = [];
  if (filter.mine) {
    parts.push(holdsSql(ctx, parameters, 'x'), `NOT ${snoozedSql('x', parameters.add(ctx.actor.today))}`);
  }
  if (filter.assigneeIds?.length)
    parts.push(`x.assignee_person_id = ANY(${parameters.add(filter.assigneeIds)}::uuid[])`);
  if (filter.dueFrom) parts.push(`x.due_on >= ${parameters.add(filter.dueFrom)}::date`);
  if (filter.dueTo) parts.push(`x.due_on <= ${parameters.add(filter.dueTo)}::date`);
  return parts;
}

/** A page of tasks within the reader's reach, by due day. */
export function findTasks(ctx: Ctx, filter: TaskFilter, page: PageInput): Promise<Page<Task>> {
  return findPage(ctx, tasks, page, {
    ...(filter.projectId ? { join: 'JOIN flow f ON f.id = x.flow_id' } : {}),
    where: (parameters) => {
      const parts = [stateSql(filter.states?.length ? filter.states : ['open', 'done'], parameters, ctx.actor.today)];
      if (filter.projectId) parts.push(`f.project_id = ${parameters.add(filter.projectId)}::uuid`);
      if (filter.flowIds?.length) parts.push(`x.flow_id = ANY(${parameters.add(filter.flowIds)}::uuid[])`);
      if (filter.mobilityIds?.length) parts.push(`x.mobility_id = ANY(${parameters.add(filter.mobilityIds)}::uuid[])`);
      if (filter.roles?.length) parts.push(`x.role = ANY(${parameters.add(filter.roles)})`);
      if (filter.stepKeys?.length) parts.push(`x.step_key = ANY(${parameters.add(filter.stepKeys)})`);
      parts.push(...careSql(ctx, filter, parameters));
      return parts.join(' AND ');
    },
    sort: [{ sql: 'x.due_on', type: 'date' }],
  });
}
