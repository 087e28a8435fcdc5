import { reachSql, SqlParameters } from '@softmob/access';
import { type Ctx } from '@softmob/api-kit';
import { tasks } from '@softmob/processes-api';
import { mobilities } from '@softmob/projects-api';

/** Counts over mobilities and tasks within the reader's reach. */
export interface Figures {
  readonly participants: number;
  readonly ready: number;
  readonly onTime: number;
  readonly closed: number;
  readonly atHome: number;
  readonly abroad: number;
  readonly back: number;
  readonly tasks: number;
  readonly done: number;
  readonly late: number;
  readonly share: number;
}

export const NO_FIGURES: Figures = {
  participants: 0,
  ready: 0,
  onTime: 0,
  closed: 0,
  atHome: 0,
  abroad: 0,
  back: 0,
  tasks: 0,
  done: 0,
  late: 0,
  share: 0,
};

const shareOf = (done: number, of: number) => (of === 0 ? 0 : Math.round((done / of) * 1_000) / 1_000);

/** Sums figures, of the flows of a country, say. */
export function sum(of: readonly Figures[]): Figures {
  const total = (key: keyof Figures) => of.reduce((before, figures) => before + figures[key], 0);
  const [all, done] = [total('tasks'), total('done')];
  return {
    participants: total('participants'),
    ready: total('ready'),
    onTime: total('onTime'),
    closed: total('closed'),
    atHome: total('atHome'),
    abroad: total('abroad'),
    back: total('back'),
    tasks: all,
    done,
    late: total('late'),
    share: shareOf(done, all),
  };
}

/**
 * The figures of many flows in one statement. A mobility is ready when it has tasks due before departure and every one
 * of them is done; a host counts only its own mobilities and tasks.
 */
export async function figuresOfFlows(ctx: Ctx, flowIds: readonly string[]): Promise<ReadonlyMap<string, Figures>> {
  const parameters = new SqlParameters();
  const ids = parameters.add(flowIds);
  const today = parameters.add(ctx.actor.today);
  const ofMobility = mobilities.reach ? reachSql(mobilities.reach, ctx.actor, parameters, 'm') : 'TRUE';
  const ofTask = tasks.reach ? reachSql(tasks.reach, ctx.actor, parameters, 'x') : 'TRUE';
  const rows = await ctx.db.query<Omit<Figures, 'share'> & { flowId: string }>(
    `WITH t AS (
       SELECT x.flow_id, x.mobility_id, count(*)::int AS tasks, count(x.done_at)::int AS done,
              count(*) FILTER (WHERE x.done_at IS NULL AND x.due_on < ${today}::date)::int AS late,
              count(*) FILTER (WHERE x.due_anchor = 'departure' AND x.due_offset < 0)::int AS before,
              count(*) FILTER (WHERE x.due_anchor = 'departure' AND x.due_offset < 0 AND x.done_at IS NULL)::int AS missing
       FROM task x WHERE x.flow_id = ANY(${ids}::uuid[]) AND x.cancelled_at IS NULL AND ${ofTask}
       GROUP BY x.flow_id, x.mobility_id
     ), p AS (
       SELECT m.flow_id, count(*)::int AS participants,
              count(*) FILTER (WHERE t.before > 0 AND t.missing = 0)::int AS ready,
              count(*) FILTER (WHERE COALESCE(t.late, 0) = 0)::int AS "onTime",
              count(*) FILTER (WHERE t.tasks = t.done)::int AS closed,
              count(*) FILTER (WHERE m.stage NOT IN ('abroad', 'back'))::int AS "atHome",
              count(*) FILTER (WHERE m.stage = 'abroad')::int AS abroad,
              count(*) FILTER (WHERE m.stage = 'back')::int AS back
       FROM mobility m LEFT JOIN t ON t.mobility_id = m.id
       WHERE m.flow_id = ANY(${ids}::uuid[]) AND m.stage <> 'withdrawn' AND ${ofMobility} GROUP BY m.flow_id
     ), s AS (
       SELECT flow_id, sum(tasks)::int AS tasks, sum(done)::int AS done, sum(late)::int AS late FROM t GROUP BY flow_id
     )
     SELECT f.id AS "flowId", COALESCE(p.participants, 0) AS participants, COALESCE(p.ready, 0) AS ready,
            COALESCE(p."onTime", 0) AS "onTime", COALESCE(p.closed, 0) AS closed, COALESCE(p."atHome", 0) AS "atHome",
            COALESCE(p.abroad, 0) AS abroad, COALESCE(p.back, 0) AS back, COALESCE(s.tasks, 0) AS tasks,
            COALESCE(s.done, 0) AS done, COALESCE(s.late, 0) AS late
     FROM unnest(${ids}::uuid[]) AS f(id) LEFT JOIN p ON p.flow_id = f.id LEFT JOIN s ON s.flow_id = f.id`,
    parameters.values,
  );
  return new Map(rows.map(({ flowId, ...row }) => [flowId, { ...row, share: shareOf(row.done, row.tasks) }]));
}
