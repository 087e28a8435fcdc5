import { type Ctx, findOne } from '@softmob/api-kit';
import { type Flow, type Project, projects } from '@softmob/projects-api';
import { type BlockerRow, blockersOfFlows } from './blockers';
import { type Figures, figuresOfFlows, NO_FIGURES, sum } from './figures';
import { findFlows } from './radar';

/** Late steps shown of each flow: more than any template has. */
const ALL = 200;

/** Figures of one flow, one country or one phase, under the key that a filter takes. */
export interface FiguresOf {
  readonly key: string;
  readonly figures: Figures;
}

export interface PhaseRow {
  readonly phase: string;
  readonly tasks: number;
  readonly done: number;
  readonly late: number;
}

export interface DashboardRow {
  readonly id: string;
  readonly project: Project;
  readonly asOf: string;
  readonly total: Figures;
  readonly byFlow: readonly (FiguresOf & { readonly flow: Flow })[];
  readonly byCountry: readonly FiguresOf[];
  readonly byPhase: readonly PhaseRow[];
  readonly late: readonly BlockerRow[];
}

const PHASES = ['application', 'preparation', 'implementation', 'evaluation', 'finalisation'];

/** Tasks of flows by phase of the process; the flows are those that the reader reached before. */
function phasesOf(ctx: Ctx, flowIds: readonly string[]): Promise<PhaseRow[]> {
  return ctx.db.query<PhaseRow>(
    `SELECT x.phase, count(*)::int AS tasks, count(x.done_at)::int AS done,
            count(*) FILTER (WHERE x.done_at IS NULL AND x.due_on < $2::date)::int AS late
     FROM task x WHERE x.flow_id = ANY($1::uuid[]) AND x.cancelled_at IS NULL
     GROUP BY x.phase ORDER BY array_position($3::text[], x.phase)`,
    [flowIds, ctx.actor.today, PHASES],
  );
}

/** The figures of a project, in as many statements for five flows as for fifty. @throws NOT_FOUND */
export async function dashboard(ctx: Ctx, projectId: string): Promise<DashboardRow> {
  const project = await findOne(ctx, projects, projectId);
  const flows = await findFlows(ctx, projectId);
  const ids = flows.map(({ id }) => id);
  const figures = await figuresOfFlows(ctx, ids);
  const byFlow = flows.map((flow) => ({ key: flow.id, flow, figures: figures.get(flow.id) ?? NO_FIGURES }));
  const countries = [...new Set(flows.map(({ country }) => country))].sort();
  return {
    id: project.id,
    project,
    asOf: ctx.actor.today,
    total: sum(byFlow.map((row) => row.figures)),
    byFlow,
    byCountry: countries.map((country) => ({
      key: country,
      figures: sum(byFlow.filter(({ flow }) => flow.country === country).map((row) => row.figures)),
    })),
    byPhase: await phasesOf(ctx, ids),
    late: (await blockersOfFlows(ctx, ids, { most: ALL, lateOnly: true })).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
  };
}
