import { policy } from '@softmob/access';
import { inOrder, type LoaderDefinition, loaderOfChildren, source } from '@softmob/api-kit';
import { FlowPlan, HostAsk } from './clone.entity';

export const flowPlans = source(FlowPlan, { name: 'flow_plan', reach: policy.projects.reachFlowPlan });
export const hostAsks = source(HostAsk, { name: 'host_ask', reach: policy.projects.reachHostAsk });

/** At most one of each flow. */
export const planOfFlow = loaderOfChildren(flowPlans, 'flowId', { established: 'flow', orderBy: 'x.id' });
export const asksOfFlow = loaderOfChildren(hostAsks, 'flowId', { established: 'flow', orderBy: 'x.id' });

/** What both sides have to know of an ask beyond its row: no learner stands in it. */
export interface AskFacts {
  readonly id: string;
  readonly flowCode: string;
  readonly activityType: string;
  readonly country: string;
  readonly town: string;
  readonly schoolName: string;
  readonly hostName: string;
}

/** The flow, the school and the host of asks that were reached before. */
export const factsOfAsk: LoaderDefinition<string, AskFacts | null> = {
  name: 'factsOfAsk',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<{ [column: string]: unknown } & AskFacts>(
      `SELECT a.id, f.code AS "flowCode", f.activity_type AS "activityType", f.country, f.town, s.name AS "schoolName",
              h.name AS "hostName"
       FROM host_ask a JOIN flow f ON f.id = a.flow_id JOIN organisation s ON s.id = a.organisation_id
       JOIN organisation h ON h.id = a.host_organisation_id WHERE a.id = ANY($1::uuid[])`,
      [ids],
    );
    return inOrder(ids, rows, ({ id }) => id);
  },
};

/** What already hangs on a flow, so that it cannot be taken back any more. */
export const inUseSql = `ARRAY_REMOVE(ARRAY[
  CASE WHEN EXISTS (SELECT 1 FROM mobility u WHERE u.flow_id = x.flow_id) THEN 'mobilities' END,
  CASE WHEN EXISTS (SELECT 1 FROM accompanying_person u WHERE u.flow_id = x.flow_id) THEN 'accompanying' END,
  CASE WHEN EXISTS (SELECT 1 FROM task u WHERE u.flow_id = x.flow_id AND u.done_at IS NOT NULL) THEN 'tasks' END,
  CASE WHEN EXISTS (SELECT 1 FROM host_ask u WHERE u.flow_id = x.flow_id AND u.answer IS NOT NULL) THEN 'answers' END,
  CASE WHEN EXISTS (SELECT 1 FROM flow_plan u WHERE u.source_flow_id = x.flow_id) THEN 'clones' END], NULL)`;

/** What hangs on the flows of plans that were reached before, by plan. */
export const useOfPlan: LoaderDefinition<string, readonly string[]> = {
  name: 'useOfPlan',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<{ id: string; inUse: string[] }>(
      `SELECT x.id, ${inUseSql} AS "inUse" FROM flow_plan x WHERE x.id = ANY($1::uuid[])`,
      [ids],
    );
    return inOrder(ids, rows, ({ id }) => id).map((row) => row?.inUse ?? []);
  },
};
