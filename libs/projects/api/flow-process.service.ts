import { policy } from '@softmob/access';
import { conflict, type Ctx, findOne, illegalState, write } from '@softmob/api-kit';
import {
  type MovePlan,
  moveTasks,
  planMove,
  processTemplateRows,
  processVersionById,
  type ProcessTemplateVersion,
  processVersions,
} from '@softmob/processes-api';
import { type Flow } from './project.entity';
import { flows } from './project.loaders';

const rule = policy.processes.moveFlow;

/** The other version, one within reach, and today's. @throws NOT_FOUND, ILLEGAL_STATE where the flow follows it already */
async function versionsOf(ctx: Ctx, flow: Flow, versionId: string) {
  const to = await findOne(ctx, processVersions, versionId);
  if (flow.processTemplateVersionId === to.id) {
    throw illegalState('The flow follows this version already.', 'PROCESS_FOLLOWED');
  }
  const from = flow.processTemplateVersionId
    ? await ctx.load(processVersionById).load(flow.processTemplateVersionId)
    : null;
  return { from, to };
}

/** How many open tasks move from which day to which, by step. */
function dueDaysOf({ fitted }: MovePlan) {
  const moves = new Map<string, { stepKey: string; from: string; to: string; tasks: number }>();
  for (const { from, step } of fitted) {
    if (from === step.dueOn) continue;
    const key = `${step.dueOn} ${from} ${step.key}`;
    const move = moves.get(key) ?? { stepKey: step.key, from, to: step.dueOn, tasks: 0 };
    moves.set(key, { ...move, tasks: move.tasks + 1 });
  }
  return [...moves].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, move]) => move);
}

const summaryOf = (plan: MovePlan, from: ProcessTemplateVersion | null, to: ProcessTemplateVersion) => ({
  from,
  to,
  ...plan.difference,
  dueDays: dueDaysOf(plan),
  tasksAdded: plan.added.length + plan.revived.length,
  tasksDropped: plan.dropped.length,
  tasksDone: plan.done,
});

/** What moving a flow would change, nothing being changed. @throws NOT_FOUND, ILLEGAL_STATE */
export async function previewMove(ctx: Ctx, flowId: string, versionId: string) {
  const flow = await findOne(ctx, flows, flowId);
  const { from, to } = await versionsOf(ctx, flow, versionId);
  return summaryOf(await planMove(ctx.db, ctx.actor.today, flow, from, to), from, to);
}

/** Lets a flow follow another version; its tasks follow at once. @throws NOT_FOUND, CONFLICT, ILLEGAL_STATE */
export function moveFlowToVersion(ctx: Ctx, flowId: string, versionId: string, version: number): Promise<Flow> {
  return write(ctx, rule, async (tx) => {
    const flow = await tx.load(flows, flowId);
    if (flow.version !== version) throw conflict();
    const { from, to } = await versionsOf(ctx, flow, versionId);
    const [template] = await tx.loadAll(
      processTemplateRows,
      (parameters) => `x.id = ${parameters.add(to.templateId)}::uuid`,
    );
    const plan = await moveTasks(tx, flow, from, to);
    const changed = await tx.update(
      flows,
      flow,
      { processTemplateVersionId: to.id, processTemplate: template?.key ?? flow.processTemplate },
      version,
    );
    const { added, removed, changed: differing, tasksAdded, tasksDropped, tasksDone } = summaryOf(plan, from, to);
    await tx.event({
      type: 'flow.process-moved',
      subjectType: 'flow',
      subjectId: flow.id,
      organisationId: flow.organisationId,
      flowId: flow.id,
      before: { processTemplate: flow.processTemplate, processVersion: from?.number ?? null },
      after: {
        processTemplate: changed.processTemplate,
        processVersion: to.number,
        added: added.map(({ key }) => key),
        removed: removed.map(({ key }) => key),
        changed: differing.map(({ after }) => after.key),
        tasksAdded,
        tasksDropped,
        tasksDone,
      },
    });
    return changed;
  });
}
