import { type DomainEvent, type Tx } from '@softmob/api-kit';
import { idsOf } from './plan.service';

const OF_SIGNATURE = `x.closes_on LIKE 'agreement.signed.%' AND x.done_at IS NULL`;

/**
 * Where the host organisation stands for the workplace, no company signs: until the agreement says who does, that task
 * falls away, and it comes back when the flow is changed.
 */
export async function fitSignaturesOfFlows(tx: Tx, flowIds: readonly string[]): Promise<void> {
  await tx.db.query(
    `UPDATE task AS x SET cancelled_at = CASE f.hosting_party WHEN 'host' THEN $2::timestamptz END, version = x.version + 1
     FROM flow f, mobility m
     WHERE f.id = ANY($1::uuid[]) AND x.flow_id = f.id AND m.id = x.mobility_id AND m.stage <> 'withdrawn'
       AND ${OF_SIGNATURE} AND x.closes_on = 'agreement.signed.company'
       AND (x.cancelled_at IS NOT NULL) <> (f.hosting_party = 'host')
       AND NOT EXISTS (SELECT 1 FROM event e WHERE e.mobility_id = m.id AND e.type = 'agreement.composed')`,
    [flowIds, tx.ctx.clock.now()],
  );
}

/** A composed or opened agreement names whose signatures it asks for: the tasks of all others fall away, theirs come back. */
export async function fitSignatures(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const facts = events.flatMap(({ mobilityId, after }) =>
    Array.isArray(after?.signers)
      ? [{ mobilityId, asked: after.signers.map((signer) => `agreement.signed.${String(signer)}`) }]
      : [],
  );
  if (facts.length === 0) return;
  await tx.db.query(
    `UPDATE task AS x SET cancelled_at = CASE WHEN x.closes_on = ANY(e.asked) THEN NULL ELSE $2::timestamptz END,
       version = x.version + 1
     FROM jsonb_to_recordset($1::jsonb) AS e("mobilityId" uuid, asked text[])
     WHERE x.mobility_id = e."mobilityId" AND ${OF_SIGNATURE} AND (x.cancelled_at IS NULL) <> (x.closes_on = ANY(e.asked))`,
    [JSON.stringify(facts), tx.ctx.clock.now()],
  );
}

/** Once an agreement is in force, no signature is waited for any more: a guardian's after the eighteenth birthday, say. */
export async function dropSignaturesLeft(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  await tx.db.query(
    `UPDATE task AS x SET cancelled_at = $2, version = x.version + 1
     WHERE x.mobility_id = ANY($1::uuid[]) AND x.cancelled_at IS NULL AND ${OF_SIGNATURE}`,
    [idsOf(events, 'mobilityId'), tx.ctx.clock.now()],
  );
}
