import { policy } from '@softmob/access';
import { type Ctx, findAll, findOne, illegalState, notFound, type Tx, write } from '@softmob/api-kit';
import { checkFlow, insertFlows } from '../flow.service';
import { type Flow } from '../project.entity';
import { flows, projects } from '../project.loaders';
import { type HostAsk } from './clone.entity';
import { type CloneFlowsInput } from './clone.inputs';
import { flowPlans, inUseSql } from './clone.loaders';
import { checkFlowIds, planClones, type PlannedFlow, shiftOf } from './clone.plan';
import { askHosts } from './host-ask.service';
import { tellHostsOfEnd } from './host-ask.notices';

const { cloneFlows: rule } = policy.projects;

/** What cloning would make, or has made. */
export interface ClonePreview {
  readonly weeks: number;
  readonly flows: readonly PlannedFlow[];
}

/** The new flows, and which hosts were asked for which of them. */
export interface ClonedCohort {
  readonly weeks: number;
  readonly flows: readonly Flow[];
  readonly asks: readonly HostAsk[];
}

const byDeparture = (a: Flow, b: Flow) => a.startsOn.localeCompare(b.startsOn) || a.code.localeCompare(b.code);

/** Says what cloning would make; writes nothing. @throws NOT_FOUND, VALIDATION */
export async function previewClone(ctx: Ctx, input: CloneFlowsInput): Promise<ClonePreview> {
  const ids = checkFlowIds(input.flowIds);
  const project = await findOne(ctx, projects, input.projectId);
  const sources = await findAll(ctx, flows, {
    where: (parameters) => `x.id = ANY(${parameters.add(ids)}::uuid[])`,
    orderBy: 'x.starts_on, x.code',
  });
  if (sources.length !== ids.length) throw notFound('flow');
  const weeks = shiftOf(ctx, input, sources);
  return { weeks, flows: await planClones(ctx.db, project, sources, weeks) };
}

async function keepPlans(tx: Tx, made: readonly Flow[], planned: readonly PlannedFlow[], weeks: number): Promise<void> {
  await tx.insert(
    flowPlans,
    planned.map(({ source, places, accompanyingPlaces }, at) => ({
      id: tx.newId(),
      flowId: made[at]?.id ?? '',
      organisationId: source.organisationId,
      sourceFlowId: source.id,
      weeks,
      places: [...places],
      accompanyingPlaces,
      createdAt: tx.ctx.clock.now(),
    })),
  );
  await tx.events(
    planned.map(({ source, places, accompanyingPlaces }, at) => ({
      type: 'flow.cloned',
      subjectType: 'flow',
      subjectId: made[at]?.id ?? '',
      organisationId: source.organisationId,
      flowId: made[at]?.id ?? null,
      after: { sourceFlowId: source.id, sourceCode: source.code, weeks, places, accompanyingPlaces },
    })),
  );
}

/**
 * Makes next year's flows: code, activity, destination, host, process template, places wanted and accompanying places,
 * moved by whole weeks; nothing of any person. Asks the hosts unless told not to. @throws NOT_FOUND, VALIDATION
 */
export function cloneFlows(ctx: Ctx, input: CloneFlowsInput): Promise<ClonedCohort> {
  return write(ctx, rule, async (tx) => {
    const project = await tx.load(projects, input.projectId);
    const sources = (await tx.loadMany(flows, checkFlowIds(input.flowIds))).sort(byDeparture);
    const weeks = shiftOf(ctx, input, sources);
    const planned = await planClones(tx.db, project, sources, weeks);
    const frames = planned.map(({ source, code, startsOn, endsOn }) => ({
      ...checkFlow(ctx, project, { ...source, code, startsOn, endsOn }),
      processTemplate: source.processTemplate,
    }));
    const stored = await insertFlows(tx, project, frames);
    const made = planned.flatMap(({ code }) => stored.filter((flow) => flow.code === code));
    await keepPlans(tx, made, planned, weeks);
    const asks = input.askHosts === false ? [] : await askHosts(tx, made, planned);
    return { weeks, flows: made, asks };
  });
}

/** @throws ILLEGAL_STATE unless all were cloned and nothing hangs on them yet */
async function checkUnused(tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = await tx.db.query<{ inUse: string[] }>(
    `SELECT ${inUseSql} AS "inUse" FROM flow_plan x WHERE x.flow_id = ANY($1::uuid[])`,
    [ids],
  );
  if (rows.length !== ids.length) {
    throw illegalState('Only flows made from last year’s can be taken back.', 'FLOW_NOT_CLONED');
  }
  const inUse = [...new Set(rows.flatMap((row) => row.inUse))];
  if (inUse.length > 0) {
    throw illegalState('Something hangs on the new flows already: change them instead.', 'FLOW_IN_USE', inUse);
  }
}

/** Takes cloned flows back while nothing hangs on them, and tells the hosts asked. @throws NOT_FOUND, ILLEGAL_STATE */
export function undoClone(ctx: Ctx, flowIds: readonly string[]): Promise<string[]> {
  const ids = checkFlowIds(flowIds);
  return write(ctx, rule, async (tx) => {
    const rows = await tx.loadMany(flows, ids);
    await checkUnused(tx, ids);
    await tellHostsOfEnd(tx, ids);
    await tx.db.query('DELETE FROM task WHERE flow_id = ANY($1::uuid[])', [ids]);
    await tx.db.query('DELETE FROM flow WHERE id = ANY($1::uuid[])', [ids]);
    await tx.events(
      rows.map(({ id, organisationId, code, town, startsOn, endsOn }) => ({
        type: 'flow.clone-undone',
        subjectType: 'flow',
        subjectId: id,
        organisationId,
        flowId: id,
        before: { code, town, startsOn, endsOn },
      })),
    );
    return ids;
  });
}
