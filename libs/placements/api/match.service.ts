import { type Ctx, findAll, findOne } from '@softmob/api-kit';
import { organisationById } from '@softmob/organisations-api';
import { matchLearners, type UnmatchedReason } from '@softmob/placements-model';
import { flows, mobilities, type Mobility } from '@softmob/projects-api';
import { type Capacity } from './capacity.entity';
import { listCapacities } from './capacity.service';
import { HOLDING, staysOfCapacity } from './placement.loaders';

/** A suggestion for a whole flow: nothing is stored until it is proposed. */
export interface MatchSuggestion {
  readonly assignments: readonly { readonly mobility: Mobility; readonly capacity: Capacity }[];
  readonly unmatched: readonly { readonly mobility: Mobility; readonly reason: UnmatchedReason }[];
}

async function occupationsOf(ctx: Ctx, rows: readonly Mobility[]): Promise<Map<string, string>> {
  const found = await ctx.db.query<{ id: string; occupation: string }>(
    'SELECT id, occupation FROM participant WHERE id = ANY($1::uuid[])',
    [rows.map((row) => row.participantId)],
  );
  return new Map(found.map((row) => [row.id, row.occupation]));
}

/** Companies that are out of the question for a learner: a placement there was declined or cancelled. */
async function refusedOf(ctx: Ctx, rows: readonly Mobility[]): Promise<Map<string, string[]>> {
  const found = await ctx.db.query<{ id: string; companies: string[] }>(
    `SELECT mobility_id AS id, array_agg(DISTINCT company_id) AS companies FROM placement
     WHERE mobility_id = ANY($1::uuid[]) AND status IN ('declined', 'cancelled') AND company_id IS NOT NULL GROUP BY 1`,
    [rows.map((row) => row.id)],
  );
  return new Map(found.map((row) => [row.id, row.companies]));
}

/**
 * Matches the learners of a flow who have no company yet to free places by occupation, dates and capacity. For the
 * school those not yet confirmed, for the host those that it was asked for. @throws NOT_FOUND
 */
export async function matchFlow(ctx: Ctx, flowId: string): Promise<MatchSuggestion> {
  const flow = await findOne(ctx, flows, flowId);
  const waiting = await findAll(ctx, mobilities, {
    orderBy: 'x.created_at, x.id',
    where: (parameters) =>
      `x.flow_id = ${parameters.add(flow.id)}::uuid AND x.stage IN ('selected', 'proposed')
       AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.mobility_id = x.id AND p.status IN ${HOLDING})`,
  });
  const offers = await listCapacities(ctx, flow.id);
  const occupations = await occupationsOf(ctx, waiting);
  const refused = await refusedOf(ctx, waiting);
  const companies = await ctx.load(organisationById).loadMany(offers.map((row) => row.companyId));
  const stays = await ctx.load(staysOfCapacity).loadMany(offers.map((row) => row.id));
  const result = matchLearners({
    learners: waiting.map((row) => ({
      id: row.id,
      occupation: occupations.get(row.participantId) ?? null,
      starts: row.startsOn,
      ends: row.endsOn,
      city: flow.town,
      country: flow.country,
      excludes: refused.get(row.id) ?? [],
    })),
    capacities: offers.map((row, at) => {
      const company = companies[at];
      const taken = stays[at];
      return {
        id: row.id,
        companyId: row.companyId,
        occupation: row.occupation,
        places: row.places,
        from: row.startsOn,
        to: row.endsOn,
        ...(company && !(company instanceof Error) ? { city: company.town, country: company.country } : {}),
        taken: taken && !(taken instanceof Error) ? taken : [],
      };
    }),
  });
  const mobilityOf = new Map(waiting.map((row) => [row.id, row]));
  const capacityOf = new Map(offers.map((row) => [row.id, row]));
  return {
    assignments: result.assignments.flatMap(({ learnerId, capacityId }) => {
      const [mobility, capacity] = [mobilityOf.get(learnerId), capacityOf.get(capacityId)];
      return mobility && capacity ? [{ mobility, capacity }] : [];
    }),
    unmatched: result.unmatched.flatMap(({ learnerId, reason }) => {
      const mobility = mobilityOf.get(learnerId);
      return mobility ? [{ mobility, reason }] : [];
    }),
  };
}
