import { type Ctx, findAll } from '@softmob/api-kit';
import { daysBetween } from '@softmob/processes-model';
import { type Flow, flows } from '@softmob/projects-api';
import { type BlockerRow, blockersOfFlows } from './blockers';
import { type Figures, figuresOfFlows, NO_FIGURES } from './figures';

/** Blockers shown of each flow. */
const MOST_BLOCKERS = 4;

/** One flow on the radar. */
export interface RadarRow {
  readonly id: string;
  readonly flow: Flow;
  readonly moment: 'before' | 'abroad' | 'back';
  readonly daysToDeparture: number;
  readonly daysToReturn: number;
  readonly figures: Figures;
  readonly readyShare: number;
  readonly blockers: readonly BlockerRow[];
}

function momentOf(flow: Flow, today: string): RadarRow['moment'] {
  if (today < flow.startsOn) return 'before';
  return today <= flow.endsOn ? 'abroad' : 'back';
}

/** What the ring shows: the share of people ready before departure, on time while abroad, of tasks done afterwards. */
function readyShareOf(moment: RadarRow['moment'], figures: Figures): number {
  if (moment === 'back') return figures.share;
  const ready = moment === 'before' ? figures.ready : figures.onTime;
  return figures.participants === 0 ? 0 : ready / figures.participants;
}

/** Flows within reach, all or of one project, by departure. */
export const findFlows = (ctx: Ctx, projectId: string | null | undefined): Promise<Flow[]> =>
  findAll(ctx, flows, {
    orderBy: 'x.starts_on, x.code',
    ...(projectId ? { where: (parameters) => `x.project_id = ${parameters.add(projectId)}::uuid` } : {}),
  });

/** The radar: four statements, whatever the number of flows and people. */
export async function departureRadar(ctx: Ctx, projectId: string | null): Promise<RadarRow[]> {
  const { today } = ctx.actor;
  const found = await findFlows(ctx, projectId);
  const ids = found.map(({ id }) => id);
  const figures = await figuresOfFlows(ctx, ids);
  const blockers = await blockersOfFlows(ctx, ids, { most: MOST_BLOCKERS });
  return found.map((flow) => {
    const moment = momentOf(flow, today);
    const counted = figures.get(flow.id) ?? NO_FIGURES;
    return {
      id: flow.id,
      flow,
      moment,
      daysToDeparture: daysBetween(today, flow.startsOn),
      daysToReturn: daysBetween(today, flow.endsOn),
      figures: counted,
      readyShare: readyShareOf(moment, counted),
      blockers: blockers.filter(({ flowId }) => flowId === flow.id),
    };
  });
}
