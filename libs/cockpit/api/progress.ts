import { reachSql, SqlParameters } from '@softmob/access';
import { inOrder, type LoaderDefinition } from '@softmob/api-kit';
import { tasks, waitsSql } from '@softmob/processes-api';
import { type Figures, figuresOfFlows, NO_FIGURES } from './figures';

/** How far the tasks of one mobility are. */
export interface ProgressRow {
  readonly mobilityId: string;
  readonly tasks: number;
  readonly done: number;
  readonly late: number;
  readonly ready: boolean;
  readonly openSteps: readonly string[];
  readonly lateSteps: readonly string[];
  readonly nextTaskId: string | null;
}

/** Progress of mobilities that were reached before, over the tasks that the reader may see, in one statement. */
export const progressOfMobility: LoaderDefinition<string, ProgressRow | null> = {
  name: 'progressOfMobility',
  async batch(ctx, ids) {
    const parameters = new SqlParameters();
    const keys = parameters.add(ids);
    const today = parameters.add(ctx.actor.today);
    const reached = tasks.reach ? reachSql(tasks.reach, ctx.actor, parameters, 'x', 'mobility') : 'TRUE';
    const late = `x.done_at IS NULL AND x.due_on < ${today}::date`;
    const now = `FILTER (WHERE x.done_at IS NULL AND NOT x.waits)`;
    const before = `x.due_anchor = 'departure' AND x.due_offset < 0`;
    const rows = await ctx.db.query<ProgressRow>(
      `SELECT x.mobility_id AS "mobilityId", count(*)::int AS tasks, count(x.done_at)::int AS done,
              (count(*) FILTER (WHERE ${late}))::int AS late,
              bool_or(${before}) AND NOT bool_or(${before} AND x.done_at IS NULL) AS ready,
              COALESCE(array_agg(x.step_key ORDER BY x.due_on) ${now}, '{}') AS "openSteps",
              COALESCE(array_agg(x.step_key ORDER BY x.due_on) FILTER (WHERE ${late} AND NOT x.waits), '{}') AS "lateSteps",
              (array_agg(x.id ORDER BY x.due_on, x.id) ${now})[1] AS "nextTaskId"
       FROM (SELECT x.*, x.done_at IS NULL AND ${waitsSql('x')} AS waits FROM task x
             WHERE x.mobility_id = ANY(${keys}::uuid[]) AND x.cancelled_at IS NULL AND ${reached}) x
       GROUP BY x.mobility_id`,
      parameters.values,
    );
    return inOrder(ids, rows, (row) => row.mobilityId);
  },
};

/** Figures of flows that were reached before. */
export const figuresOfFlow: LoaderDefinition<string, Figures> = {
  name: 'figuresOfFlow',
  async batch(ctx, ids) {
    const figures = await figuresOfFlows(ctx, ids);
    return ids.map((id) => figures.get(id) ?? NO_FIGURES);
  },
};
