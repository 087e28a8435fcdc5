import { type DomainEvent, type Reaction, type Tx } from '@softmob/api-kit';

/** Whoever came in for somebody who withdrew has a place now: what hung on the one can be made for the other. */
async function succeed(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const rows = await tx.db.query<{ id: string; replacesId: string; organisationId: string; flowId: string }>(
    `SELECT id, replaces_id AS "replacesId", sending_organisation_id AS "organisationId", flow_id AS "flowId"
     FROM mobility WHERE id = ANY($1::uuid[]) AND replaces_id IS NOT NULL`,
    [events.flatMap(({ mobilityId }) => mobilityId ?? [])],
  );
  await tx.events(
    rows.map(({ id, replacesId, organisationId, flowId }) => ({
      type: 'mobility.succeeded',
      subjectType: 'mobility',
      subjectId: id,
      organisationId,
      flowId,
      mobilityId: id,
      before: { replaces: replacesId },
    })),
  );
}

export const successionReaction: Reaction = { on: 'placement.confirmed', runAll: succeed };

/** Of `mobility.succeeded`: who follows whom. */
export const successionsOf = (events: readonly DomainEvent[]): { successorId: string; replacesId: string }[] =>
  events.flatMap(({ subjectId, before }) =>
    typeof before?.replaces === 'string' ? [{ successorId: subjectId, replacesId: before.replaces }] : [],
  );
