import { reachSql, SqlParameters } from '@softmob/access';
import { type Ctx, grouped, type LoaderDefinition } from '@softmob/api-kit';
import { holdsSql, snoozedSql, tasks, waitsSql } from '@softmob/processes-api';

/** The open tasks of one step of one flow: what somebody does in one go. */
export interface TaskGroupRow {
  readonly id: string;
  readonly flowId: string;
  readonly stepKey: string;
  readonly titleEn: string;
  readonly titleIt: string;
  readonly phase: string;
  readonly role: string;
  readonly closesOn: string | null;
  readonly wholeFlow: boolean;
  readonly dueOn: string;
  readonly open: number;
  readonly late: number;
  readonly waiting: number;
  readonly done: number;
  readonly escalated: number;
  readonly taskIds: readonly string[];
  readonly assigneePersonId: string | null;
  readonly snoozedUntil: string | null;
  readonly snoozeReason: string | null;
}

/** Which tasks to group, and how finely. */
export interface GroupFilter {
  readonly projectId?: string | null;
  /** Only what the reader is to do: without what was given to somebody else, or put off. */
  readonly mine?: boolean;
  /** Only what is put off. */
  readonly snoozed?: boolean;
  readonly openOnly: boolean;
  /** Apart by whom the tasks were given to, and by until when they are put off. */
  readonly byPerson?: boolean;
}

function whereSql(ctx: Ctx, filter: GroupFilter, parameters: SqlParameters, today: string): string {
  const parts = ['x.cancelled_at IS NULL'];
  if (tasks.reach) parts.push(reachSql(tasks.reach, ctx.actor, parameters, 'x'));
  if (filter.projectId) parts.push(`f.project_id = ${parameters.add(filter.projectId)}::uuid`);
  if (filter.mine) parts.push(holdsSql(ctx, parameters, 'x'));
  if (filter.snoozed) parts.push(snoozedSql('x', today), 'x.done_at IS NULL');
  else if (filter.mine) parts.push(`(x.done_at IS NOT NULL OR NOT ${snoozedSql('x', today)})`);
  return parts.join(' AND ');
}

/** Tasks within reach by flow and step, by due day. */
export function taskGroups(ctx: Ctx, filter: GroupFilter): Promise<TaskGroupRow[]> {
  const parameters = new SqlParameters();
  const today = parameters.add(ctx.actor.today);
  const where = whereSql(ctx, filter, parameters, today);
  const asleep = `CASE WHEN x.done_at IS NULL AND ${snoozedSql('x', today)} THEN x.snoozed_until END`;
  const apart = filter.byPerson
    ? {
        id: ` || COALESCE(':' || x.assignee_person_id, '') || COALESCE(':' || (${asleep})::text, '')`,
        by: `, x.assignee_person_id, ${asleep}`,
      }
    : { id: '', by: '' };
  return ctx.db.query<TaskGroupRow>(
    `SELECT x.flow_id || ':' || x.step_key${apart.id} AS id, x.flow_id AS "flowId", x.step_key AS "stepKey",
            min(x.title_en) AS "titleEn", min(x.title_it) AS "titleIt", min(x.phase) AS phase, min(x.role) AS role,
            min(x.closes_on) AS "closesOn", bool_and(x.mobility_id IS NULL) AS "wholeFlow",
            COALESCE(min(x.due_on) FILTER (WHERE x.done_at IS NULL), max(x.due_on)) AS "dueOn",
            count(*) FILTER (WHERE x.done_at IS NULL)::int AS open,
            count(*) FILTER (WHERE x.done_at IS NULL AND x.due_on < ${today}::date)::int AS late,
            count(*) FILTER (WHERE x.done_at IS NULL AND ${waitsSql('x')})::int AS waiting, count(x.done_at)::int AS done,
            count(*) FILTER (WHERE x.done_at IS NULL AND x.escalated_for = x.due_on)::int AS escalated,
            COALESCE(array_agg(x.id) FILTER (WHERE x.done_at IS NULL), '{}') AS "taskIds",
            CASE WHEN count(DISTINCT COALESCE(x.assignee_person_id::text, '')) = 1
              THEN min(x.assignee_person_id::text) END AS "assigneePersonId",
            max(${asleep}) AS "snoozedUntil", min(x.snooze_reason) FILTER (WHERE (${asleep}) IS NOT NULL) AS "snoozeReason"
     FROM task x JOIN flow f ON f.id = x.flow_id
     WHERE ${where}
     GROUP BY x.flow_id, x.step_key${apart.by}${filter.openOnly ? ' HAVING count(*) > count(x.done_at)' : ''}
     ORDER BY "dueOn", x.flow_id, x.step_key, id`,
    parameters.values,
  );
}

/** An earlier step that keeps some of a group waiting. */
export interface GroupWaitRow {
  readonly groupId: string;
  readonly stepKey: string;
  readonly titleEn: string;
  readonly titleIt: string;
  readonly role: string;
  readonly count: number;
}

/** The earlier steps that groups still wait for, and for how many of their tasks; one statement for all groups. */
export const waitsOfGroup: LoaderDefinition<TaskGroupRow, GroupWaitRow[]> = {
  name: 'waitsOfGroup',
  async batch(ctx, groups) {
    const pairs = groups.flatMap(({ taskIds, waiting }, at) =>
      waiting > 0 ? taskIds.map((taskId) => [String(at), taskId]) : [],
    );
    const rows = await ctx.db.query<GroupWaitRow>(
      `WITH asked AS (SELECT g.at AS group_id, x.flow_id, x.mobility_id, x.needs
                      FROM unnest($1::text[], $2::uuid[]) AS g(at, task_id) JOIN task x ON x.id = g.task_id),
       held AS (
         SELECT a.group_id, n.* FROM asked a JOIN task n ON n.mobility_id = a.mobility_id AND n.step_key = ANY(a.needs)
         UNION ALL
         SELECT a.group_id, n.* FROM asked a JOIN task n ON n.flow_id = a.flow_id AND n.mobility_id IS NULL
           AND n.step_key = ANY(a.needs) WHERE a.mobility_id IS NULL)
       SELECT group_id AS "groupId", step_key AS "stepKey", min(title_en) AS "titleEn", min(title_it) AS "titleIt",
              min(role) AS role, count(*)::int AS count
       FROM held WHERE done_at IS NULL AND cancelled_at IS NULL GROUP BY group_id, step_key ORDER BY min(due_on), step_key`,
      [pairs.map(([at]) => at), pairs.map(([, taskId]) => taskId)],
    );
    return grouped(
      groups.map((_group, at) => String(at)),
      rows,
      ({ groupId }) => groupId,
    );
  },
};
