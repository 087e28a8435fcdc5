import { reachSql, SqlParameters } from '@softmob/access';
import { type Ctx } from '@softmob/api-kit';
import { tasks, waitsSql } from '@softmob/processes-api';

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
  readonly taskIds: readonly string[];
}

/** Tasks within reach by flow and step, by due day; only of this role, and only what is open, where told. */
export function taskGroups(
  ctx: Ctx,
  filter: { readonly projectId?: string | null; readonly role?: string | null; readonly openOnly: boolean },
): Promise<TaskGroupRow[]> {
  const parameters = new SqlParameters();
  const today = parameters.add(ctx.actor.today);
  const reached = tasks.reach ? reachSql(tasks.reach, ctx.actor, parameters, 'x') : 'TRUE';
  const project = filter.projectId ? ` AND f.project_id = ${parameters.add(filter.projectId)}::uuid` : '';
  const role = filter.role ? ` AND x.role = ${parameters.add(filter.role)}` : '';
  return ctx.db.query<TaskGroupRow>(
    `SELECT x.flow_id || ':' || x.step_key AS id, x.flow_id AS "flowId", x.step_key AS "stepKey",
            min(x.title_en) AS "titleEn", min(x.title_it) AS "titleIt", min(x.phase) AS phase, min(x.role) AS role,
            min(x.closes_on) AS "closesOn", bool_and(x.mobility_id IS NULL) AS "wholeFlow",
            COALESCE(min(x.due_on) FILTER (WHERE x.done_at IS NULL), max(x.due_on)) AS "dueOn",
            count(*) FILTER (WHERE x.done_at IS NULL)::int AS open,
            count(*) FILTER (WHERE x.done_at IS NULL AND x.due_on < ${today}::date)::int AS late,
            count(*) FILTER (WHERE x.done_at IS NULL AND ${waitsSql('x')})::int AS waiting, count(x.done_at)::int AS done,
            COALESCE(array_agg(x.id) FILTER (WHERE x.done_at IS NULL), '{}') AS "taskIds"
     FROM task x JOIN flow f ON f.id = x.flow_id
     WHERE x.cancelled_at IS NULL AND ${reached}${project}${role}
     GROUP BY x.flow_id, x.step_key${filter.openOnly ? ' HAVING count(*) > count(x.done_at)' : ''}
     ORDER BY "dueOn", x.flow_id, x.step_key`,
    parameters.values,
  );
}
