import { policy } from '@softmob/access';
import { type Ctx, illegalState, invalid, type Tx, validate, write } from '@softmob/api-kit';
import { type Mobility, mobilities } from '@softmob/projects-api';
import { z } from 'zod';
import { decisions } from './departure';
import { BEFORE_DEPARTURE } from './forecast';
import { type DepartureDecision } from './departure.entity';

const rule = policy.cockpit.decideDeparture;
/** As many as a flow has. */
const MOST = 500;

const shape = z.object({
  mobilityIds: z.array(z.uuid()).min(1).max(MOST),
  decision: z.enum(['go', 'no-go']),
  reason: z
    .string()
    .trim()
    .max(1000)
    .nullish()
    .transform((text) => text || null),
});

/** What is missing of each mobility, in one statement. */
async function missingOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const rows = await tx.db.query<{ mobilityId: string; missing: string[] }>(
    `SELECT x.mobility_id AS "mobilityId", array_agg(x.step_key ORDER BY x.due_on, x.step_key) AS missing FROM task x
     WHERE x.mobility_id = ANY($1::uuid[]) AND x.done_at IS NULL AND x.cancelled_at IS NULL AND ${BEFORE_DEPARTURE}
     GROUP BY x.mobility_id`,
    [ids],
  );
  return new Map(rows.map(({ mobilityId, missing }) => [mobilityId, missing]));
}

/** Stores the decisions in one statement; a later one takes the place of the earlier, which history keeps. */
function store(tx: Tx, rows: readonly Omit<DepartureDecision, 'version'>[]): Promise<DepartureDecision[]> {
  return tx.db.query<DepartureDecision & Record<string, unknown>>(
    `INSERT INTO departure_decision AS x (id, mobility_id, flow_id, organisation_id, decision, reason, missing, decided_at, decided_by_person_id)
     SELECT r.id, r."mobilityId", r."flowId", r."organisationId", r.decision, r.reason, r.missing, r."decidedAt", r."decidedByPersonId"
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "mobilityId" uuid, "flowId" uuid, "organisationId" uuid, decision text,
       reason text, missing text[], "decidedAt" timestamptz, "decidedByPersonId" uuid)
     ON CONFLICT ON CONSTRAINT departure_decision_once DO UPDATE SET decision = EXCLUDED.decision, reason = EXCLUDED.reason,
       missing = EXCLUDED.missing, decided_at = EXCLUDED.decided_at, decided_by_person_id = EXCLUDED.decided_by_person_id,
       version = x.version + 1
     RETURNING ${decisions.select('x')}`,
    [JSON.stringify(rows)],
  );
}

function checkStages(rows: readonly Mobility[]): void {
  if (rows.some(({ stage }) => stage === 'abroad' || stage === 'back' || stage === 'withdrawn')) {
    throw illegalState('Some of them have left or withdrawn: there is nothing to decide any more.', 'DEPARTURE_PAST');
  }
}

/** Flows of these mobilities of which nobody is left to decide on. */
function decidedFlows(tx: Tx, flowIds: readonly string[]): Promise<{ id: string; organisationId: string }[]> {
  return tx.db.query<{ id: string; organisationId: string }>(
    `SELECT f.id, f.organisation_id AS "organisationId" FROM flow f
     WHERE f.id = ANY($1::uuid[]) AND NOT EXISTS (
       SELECT 1 FROM mobility m WHERE m.flow_id = f.id AND m.stage IN ('selected', 'proposed', 'confirmed')
         AND NOT EXISTS (SELECT 1 FROM departure_decision d WHERE d.mobility_id = m.id))`,
    [[...new Set(flowIds)]],
  );
}

/**
 * Decides who goes. A no-go, and a go while something is missing (an override), need a reason; both stand in the history.
 * @throws NOT_FOUND, VALIDATION, ILLEGAL_STATE once somebody of them has left or withdrawn, or without a reason
 */
export function decideDeparture(ctx: Ctx, input: unknown): Promise<DepartureDecision[]> {
  const { mobilityIds, decision, reason } = validate(shape, input);
  if (decision === 'no-go' && !reason) throw invalid('reason', 'REASON_MISSING', 'Say why they do not go.');
  return write(ctx, rule, async (tx) => {
    const rows = await tx.loadMany(mobilities, [...new Set(mobilityIds)]);
    checkStages(rows);
    const missing = await missingOf(
      tx,
      rows.map(({ id }) => id),
    );
    if (decision === 'go' && !reason && missing.size > 0) {
      throw illegalState('Something is missing: say why they go all the same.', 'DEPARTURE_NOT_READY', [
        ...new Set([...missing.values()].flat()),
      ]);
    }
    const stored = await store(
      tx,
      rows.map((row) => ({
        id: tx.newId(),
        mobilityId: row.id,
        flowId: row.flowId,
        organisationId: row.sendingOrganisationId,
        decision,
        reason,
        missing: missing.get(row.id) ?? [],
        decidedAt: tx.ctx.clock.now(),
        decidedByPersonId: ctx.personId,
      })),
    );
    const complete = await decidedFlows(
      tx,
      rows.map(({ flowId }) => flowId),
    );
    await tx.events([
      ...stored.map((row) => ({
        type:
          row.decision === 'go' && row.missing.length > 0
            ? 'mobility.departure-overridden'
            : 'mobility.departure-decided',
        subjectType: 'mobility',
        subjectId: row.mobilityId,
        organisationId: row.organisationId,
        flowId: row.flowId,
        mobilityId: row.mobilityId,
        after: { decision: row.decision, reason: row.reason, missing: row.missing },
      })),
      ...complete.map(({ id, organisationId }) => ({
        type: 'departure.decided',
        subjectType: 'flow',
        subjectId: id,
        organisationId,
        flowId: id,
      })),
    ]);
    return stored;
  });
}
