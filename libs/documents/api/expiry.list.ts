import { type Ctx, findAll, invalid } from '@softmob/api-kit';
import { type Document } from './document.entity';
import { documents } from './document.loaders';

const MOST = 2_000;

/**
 * What counts for a stay that is not over and has a last day: sent or verified, and not covered by a file of the same
 * kind that lasts longer. `x` is the document, `m` its mobility.
 */
export const runsOutSql = (today: string): string =>
  `x.expires_on IS NOT NULL AND x.status IN ('uploaded', 'verified') AND m.stage <> 'withdrawn' AND m.ends_on >= ${today}::date
   AND NOT EXISTS (SELECT 1 FROM document y WHERE y.mobility_id = x.mobility_id AND y.kind = x.kind
     AND y.status IN ('uploaded', 'verified') AND y.expires_on > x.expires_on)`;

/** Documents within reach that run out until a day, what has run out included, the first to do so first. */
export function findExpiries(ctx: Ctx, until: string, flowIds: readonly string[] | null): Promise<Document[]> {
  if (flowIds && flowIds.length > 500) throw invalid('flowIds', 'FLOWS_COUNT', 'Name 500 flows at most.');
  return findAll(ctx, documents, {
    join: 'JOIN mobility m ON m.id = x.mobility_id',
    where: (parameters) =>
      [
        runsOutSql(parameters.add(ctx.actor.today)),
        `x.expires_on <= ${parameters.add(until)}::date`,
        ...(flowIds?.length ? [`m.flow_id = ANY(${parameters.add(flowIds)}::uuid[])`] : []),
      ].join(' AND '),
    orderBy: 'x.expires_on, x.id',
    limit: MOST,
  });
}
