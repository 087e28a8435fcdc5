import { policy, reachSql, SqlParameters } from '@softmob/access';
import { type Ctx, findAll, findOne, source } from '@softmob/api-kit';
import { tasks, waitsSql } from '@softmob/processes-api';
import { daysBetween } from '@softmob/processes-model';
import { type Flow, flows, type Mobility, mobilities } from '@softmob/projects-api';
import { HOLDER_NAME, staffOf } from './blockers';
import { DepartureDecision } from './departure.entity';
import { BEFORE_DEPARTURE } from './forecast';

export const decisions = source(DepartureDecision, {
  name: 'departure_decision',
  reach: policy.cockpit.reachDecision,
});

/** Something that has to be done before departure and is not. */
export interface MissingStep {
  readonly id: string;
  readonly flowId: string;
  readonly mobilityId: string | null;
  readonly stepKey: string;
  readonly titleEn: string;
  readonly titleIt: string;
  readonly role: string;
  readonly dueOn: string;
  readonly late: boolean;
  readonly waits: boolean;
  readonly names: readonly string[];
}

/** One participant before departure. */
export interface DepartureRow {
  readonly id: string;
  readonly mobility: Mobility;
  readonly missing: readonly MissingStep[];
  readonly decision: DepartureDecision | null;
}

/** A flow before departure: who lacks what, and what was decided. */
export interface Departure {
  readonly id: string;
  readonly flow: Flow;
  readonly daysToDeparture: number;
  readonly rows: readonly DepartureRow[];
  readonly flowSteps: readonly MissingStep[];
}

/** What of a flow is missing before departure, in two statements. */
async function missingOf(ctx: Ctx, flow: Flow): Promise<MissingStep[]> {
  const parameters = new SqlParameters();
  const id = parameters.add(flow.id);
  const today = parameters.add(ctx.actor.today);
  const reached = tasks.reach ? reachSql(tasks.reach, ctx.actor, parameters, 'x') : 'TRUE';
  const rows = await ctx.db.query<Omit<MissingStep, 'names'> & { [column: string]: unknown; name: string | null }>(
    `SELECT x.id, x.flow_id AS "flowId", x.mobility_id AS "mobilityId", x.step_key AS "stepKey", x.title_en AS "titleEn", x.title_it AS "titleIt",
            x.role, x.due_on AS "dueOn", x.due_on < ${today}::date AS late, ${waitsSql('x')} AS waits, ${HOLDER_NAME} AS name
     FROM task x JOIN flow f ON f.id = x.flow_id LEFT JOIN mobility m ON m.id = x.mobility_id
     WHERE x.flow_id = ${id}::uuid AND x.done_at IS NULL AND x.cancelled_at IS NULL AND ${BEFORE_DEPARTURE} AND ${reached}
     ORDER BY x.due_on, x.step_key`,
    parameters.values,
  );
  const staff = await staffOf(ctx, [flow.organisationId]);
  return rows.map(({ name, ...row }) => ({
    ...row,
    names: staff.get(`${flow.organisationId}:${row.role}`) ?? (name === null ? [] : [name]),
  }));
}

/** Who of a flow lacks what before departure, who holds it, and what was decided: five statements. @throws NOT_FOUND */
export async function departureOf(ctx: Ctx, flowId: string): Promise<Departure> {
  const flow = await findOne(ctx, flows, flowId);
  const people = await findAll(ctx, mobilities, {
    where: (parameters) => `x.flow_id = ${parameters.add(flowId)}::uuid AND x.stage <> 'withdrawn'`,
    orderBy: 'x.sort_name, x.id',
  });
  const missing = await missingOf(ctx, flow);
  const decided = await findAll(ctx, decisions, {
    where: (parameters) => `x.flow_id = ${parameters.add(flowId)}::uuid`,
    orderBy: 'x.id',
  });
  return {
    id: flow.id,
    flow,
    daysToDeparture: daysBetween(ctx.actor.today, flow.startsOn),
    rows: people.map((mobility) => ({
      id: mobility.id,
      mobility,
      missing: missing.filter(({ mobilityId }) => mobilityId === mobility.id),
      decision: decided.find(({ mobilityId }) => mobilityId === mobility.id) ?? null,
    })),
    flowSteps: missing.filter(({ mobilityId }) => mobilityId === null),
  };
}
