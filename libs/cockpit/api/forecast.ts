import { reachSql, SqlParameters } from '@softmob/access';
import { type Ctx, groupsBy, type LoaderDefinition } from '@softmob/api-kit';
import { tasks } from '@softmob/processes-api';
import {
  decisiveStep,
  type ForecastFrame,
  forecastSteps,
  type OpenStep,
  type StepForecast,
  type StepHistory,
} from '@softmob/processes-model';
import { mobilities } from '@softmob/projects-api';

/** The step that stands open until all is decided foretells nothing. */
const DECIDE = 'decide-departure';
/** Whether a task has to be done before departure, as SQL over alias `x`. */
export const BEFORE_DEPARTURE = `x.due_anchor = 'departure' AND x.due_offset < 0 AND x.step_key <> '${DECIDE}'`;

/**
 * `t`: the tasks before departure that fulfil the condition, with `opened_on`, the day since which each can be taken:
 * since the mobility was selected (the flow was made) and what comes before it was done; null where neither is known.
 */
const openedTasks = (where: string) => `chosen AS MATERIALIZED (
    SELECT x.id, x.organisation_id, x.flow_id, x.mobility_id, COALESCE(x.mobility_id, x.flow_id) AS of, x.step_key, x.title_en,
           x.title_it, x.needs, x.due_on, x.done_at
    FROM task x JOIN flow f ON f.id = x.flow_id
    WHERE x.cancelled_at IS NULL AND ${BEFORE_DEPARTURE} AND ${where}
  ), begun AS MATERIALIZED (
    SELECT e.mobility_id AS of, min(e.at) AS at FROM event e
    WHERE e.type = 'mobility.selected' AND e.mobility_id IN (SELECT c.mobility_id FROM chosen c) GROUP BY 1
    UNION ALL SELECT e.flow_id, min(e.at) FROM event e
    WHERE e.type = 'flow.created' AND e.flow_id IN (SELECT c.flow_id FROM chosen c) GROUP BY 1
  ), needed AS MATERIALIZED (
    SELECT c.id, max(n.done_at) AS at FROM chosen c JOIN chosen n ON n.of = c.of AND n.step_key = ANY(c.needs) GROUP BY c.id
  ), t AS (
    SELECT c.*, GREATEST(b.at, n.at)::date AS opened_on
    FROM chosen c LEFT JOIN begun b ON b.of = c.of LEFT JOIN needed n ON n.id = c.id
  )`;

/** Weekdays before a day, from a Monday long ago. Public holidays of years past are too few to count. */
const weekdaysBefore = (day: string) =>
  `(((${day}) - DATE '1970-01-05') / 7 * 5 + LEAST(((${day}) - DATE '1970-01-05') % 7, 5))`;

/** Flows that departed longer ago tell of another time. */
const YEARS = '3 years';

/** How long each step took in the flows of these schools that have departed, by school and step: one statement. */
async function historyOf(
  ctx: Ctx,
  schoolIds: readonly string[],
): Promise<ReadonlyMap<string, Map<string, StepHistory>>> {
  const parameters = new SqlParameters();
  const schools = parameters.add(schoolIds);
  const today = parameters.add(ctx.actor.today);
  const reached = tasks.reach ? reachSql(tasks.reach, ctx.actor, parameters, 'x') : 'TRUE';
  const rows = await ctx.db.query<StepHistory & { school: string; key: string }>(
    `WITH ${openedTasks(`x.organisation_id = ANY(${schools}::uuid[]) AND f.starts_on <= ${today}::date
       AND f.starts_on > ${today}::date - interval '${YEARS}' AND ${reached}`)}, spans AS (
       SELECT organisation_id, step_key,
              GREATEST(0, ${weekdaysBefore('done_at::date + 1')} - ${weekdaysBefore('opened_on + 1')}) AS days
       FROM t WHERE done_at IS NOT NULL AND opened_on IS NOT NULL
     )
     SELECT organisation_id AS school, step_key AS key, count(*)::int AS samples,
            percentile_disc(0.5) WITHIN GROUP (ORDER BY days)::int AS median,
            percentile_disc(0.8) WITHIN GROUP (ORDER BY days)::int AS most
     FROM spans GROUP BY organisation_id, step_key`,
    parameters.values,
  );
  const bySchool = new Map<string, Map<string, StepHistory>>();
  for (const { school, key, ...history } of rows) {
    const steps = bySchool.get(school) ?? new Map<string, StepHistory>();
    bySchool.set(school, steps.set(key, history));
  }
  return bySchool;
}

/** A forecast of a step with its words. */
export interface NamedForecast extends StepForecast {
  readonly titleEn: string;
  readonly titleIt: string;
}

interface OpenTask extends OpenStep {
  readonly titleEn: string;
  readonly titleIt: string;
  readonly flowId: string;
  readonly mobilityId: string | null;
}

/** What of these flows is open before departure, withdrawn people left out: one statement. */
async function openTasks(ctx: Ctx, flowIds: readonly string[]): Promise<OpenTask[]> {
  const parameters = new SqlParameters();
  const ids = parameters.add(flowIds);
  const reached = tasks.reach ? reachSql(tasks.reach, ctx.actor, parameters, 'x') : 'TRUE';
  return ctx.db.query<OpenTask & Record<string, unknown>>(
    `WITH ${openedTasks(`x.flow_id = ANY(${ids}::uuid[]) AND ${reached}`)}
     SELECT t.id, t.flow_id AS "flowId", t.mobility_id AS "mobilityId", t.step_key AS key, t.title_en AS "titleEn",
            t.title_it AS "titleIt", t.needs, t.due_on AS "dueOn", t.opened_on AS "openedOn"
     FROM t LEFT JOIN mobility m ON m.id = t.mobility_id
     WHERE t.done_at IS NULL AND m.withdrawn_at IS NULL ORDER BY t.flow_id, t.mobility_id, t.due_on, t.step_key`,
    parameters.values,
  );
}

interface Frame extends ForecastFrame {
  readonly flowId: string;
  readonly schoolId: string;
  readonly people: number;
}

/** Those of the flows that have not departed, with what their forecast needs: one statement. */
function framesOf(ctx: Ctx, flowIds: readonly string[]): Promise<Frame[]> {
  const parameters = new SqlParameters();
  const ids = parameters.add(flowIds);
  const today = parameters.add(ctx.actor.today);
  const reached = mobilities.reach ? reachSql(mobilities.reach, ctx.actor, parameters, 'm') : 'TRUE';
  return ctx.db.query<Frame & Record<string, unknown>>(
    `SELECT f.id AS "flowId", f.organisation_id AS "schoolId", f.starts_on AS departure, o.country, ${today}::text AS today,
            (SELECT count(*) FROM mobility m WHERE m.flow_id = f.id AND m.stage <> 'withdrawn' AND ${reached})::int AS people
     FROM flow f JOIN organisation o ON o.id = f.organisation_id
     WHERE f.id = ANY(${ids}::uuid[]) AND f.starts_on > ${today}::date`,
    parameters.values,
  );
}

/** What is foretold of one flow before its departure. */
export interface FlowForecast {
  /** People of whom nothing is open, or all of it is safely done in time. */
  readonly onTime: number;
  readonly atRisk: number;
  readonly late: number;
  /** Of every open task, by its id. */
  readonly tasks: ReadonlyMap<string, NamedForecast>;
  /** Of every open step, by its key: that of whoever is latest with it. */
  readonly steps: ReadonlyMap<string, NamedForecast>;
  /** What decides for each of the people with something open, by mobility. */
  readonly people: ReadonlyMap<string, NamedForecast>;
  /** What decides for the flow as a whole: of its own steps and of those of its people. */
  readonly decisive: NamedForecast | null;
}

function forecastOf(
  open: readonly OpenTask[],
  history: ReadonlyMap<string, StepHistory>,
  frame: ForecastFrame,
  people: number,
): FlowForecast {
  const groups = groupsBy(open, ({ mobilityId }) => mobilityId);
  const named = (steps: readonly OpenTask[]): NamedForecast[] =>
    forecastSteps(steps, history, frame).map((forecast, at) => ({
      ...forecast,
      titleEn: steps[at]?.titleEn ?? '',
      titleIt: steps[at]?.titleIt ?? '',
    }));
  const byGroup = [...groups].map(([mobilityId, steps]) => [mobilityId, named(steps)] as const);
  const all = byGroup.flatMap(([, forecasts]) => forecasts);
  const decisive = new Map<string, NamedForecast>();
  for (const [mobilityId, forecasts] of byGroup) {
    const step = decisiveStep(forecasts);
    if (mobilityId !== null && step) decisive.set(mobilityId, step);
  }
  const steps = new Map<string, NamedForecast>();
  for (const one of all) steps.set(one.key, decisiveStep([steps.get(one.key) ?? one, one]) ?? one);
  const counted = (verdict: StepForecast['verdict']) =>
    [...decisive.values()].filter((step) => step.verdict === verdict).length;
  const [atRisk, late] = [counted('at-risk'), counted('late')];
  return {
    onTime: people - atRisk - late,
    atRisk,
    late,
    tasks: new Map(all.map((one) => [one.id, one])),
    steps,
    people: decisive,
    decisive: decisiveStep(all),
  };
}

/**
 * The forecast of a flow that the reader has reached; null once it has departed. Three statements, whatever the number of
 * flows and people.
 */
export const flowForecast: LoaderDefinition<string, FlowForecast | null> = {
  name: 'flowForecast',
  async batch(ctx, flowIds) {
    const [frames, open] = await Promise.all([framesOf(ctx, flowIds), openTasks(ctx, flowIds)]);
    const openOf = groupsBy(open, ({ flowId }) => flowId);
    const history = await historyOf(ctx, [...new Set(frames.map(({ schoolId }) => schoolId))]);
    const forecasts = new Map(
      frames.map((frame) => {
        const own = openOf.get(frame.flowId) ?? [];
        return [frame.flowId, forecastOf(own, history.get(frame.schoolId) ?? new Map(), frame, frame.people)];
      }),
    );
    return flowIds.map((id) => forecasts.get(id) ?? null);
  },
};
