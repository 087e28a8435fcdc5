import { invalid, type Tx, validate } from '@softmob/api-kit';
import { flows, mobilities, type Mobility } from '@softmob/projects-api';
import { z } from 'zod';

/** Which mobilities a bulk step is for. */
export interface Which {
  readonly flowId?: string | null;
  readonly mobilityIds?: readonly string[] | null;
}

export const MOST_AT_ONCE = 500;
const ids = z.array(z.uuid()).min(1).max(MOST_AT_ONCE);
const schema = z.object({ flowId: z.uuid().nullish(), mobilityIds: ids.nullish() });

/** Loads and locks them, every one within reach. @throws NOT_FOUND, VALIDATION where nothing is named */
export async function loadWhich(tx: Tx, which: Which): Promise<Mobility[]> {
  const { flowId, mobilityIds } = validate(schema, { flowId: which.flowId, mobilityIds: which.mobilityIds });
  if (mobilityIds) return tx.loadMany(mobilities, [...new Set(mobilityIds)]);
  if (!flowId) throw invalid('flowId', 'REQUIRED', 'Name a flow, or mobilities.');
  await tx.load(flows, flowId);
  return tx.loadAll(
    mobilities,
    (parameters) => `x.flow_id = ${parameters.add(flowId)}::uuid AND x.stage <> 'withdrawn'`,
  );
}

/** What an event about a mobility carries along. */
export const about = (mobility: Mobility) => ({
  organisationId: mobility.sendingOrganisationId,
  flowId: mobility.flowId,
  mobilityId: mobility.id,
});
