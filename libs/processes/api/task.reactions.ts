import { type DomainEvent, type Reaction, type Tx } from '@softmob/api-kit';
import { closingEvents } from '@softmob/processes-model';
import { closeWhatHappenedBefore, idsOf, moveDueDays, planFlows, planMobilities } from './plan.service';
import { dropSignaturesLeft, fitSignatures, fitSignaturesOfFlows } from './signature-tasks';
import { UNDOES } from './undone-by';

/** Whoever is selected has tasks; what happened before is done, and signatures nobody asks for fall away. */
async function plan(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const mobilityIds = idsOf(events, 'mobilityId');
  await planMobilities(tx, mobilityIds);
  await closeWhatHappenedBefore(tx, mobilityIds);
  await fitSignaturesOfFlows(tx, idsOf(events, 'flowId'));
}

/** Open tasks that wait for such an event close by themselves, for all events in one statement. */
async function close(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const facts = events
    .filter(({ mobilityId, flowId }) => mobilityId !== null || flowId !== null)
    .map(({ type, mobilityId, flowId, actorPersonId }) => ({ type, mobilityId, flowId, actorPersonId }));
  if (facts.length === 0) return;
  await tx.db.query(
    `UPDATE task AS x SET done_at = $2, done_by_person_id = e."actorPersonId", done_how = 'event', version = x.version + 1
     FROM jsonb_to_recordset($1::jsonb) AS e(type text, "mobilityId" uuid, "flowId" uuid, "actorPersonId" uuid)
     WHERE x.closes_on = e.type AND x.done_at IS NULL AND x.cancelled_at IS NULL
       AND (x.mobility_id = e."mobilityId" OR (x.mobility_id IS NULL AND e."mobilityId" IS NULL AND x.flow_id = e."flowId"))`,
    [JSON.stringify(facts), tx.ctx.clock.now()],
  );
}

/** Days given to do it once more, where the first due day lies nearer or behind. */
const ONCE_MORE_DAYS = 7;

/** Tasks whose thing was undone open again; what somebody had done who then withdrew stays done. */
async function reopen(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const facts = events
    .filter(({ after }) => after?.withdrawn !== true)
    .map(({ type, mobilityId }) => ({ mobilityId, undone: UNDOES[type] ?? [] }));
  if (facts.length === 0) return;
  await tx.db.query(
    `UPDATE task AS x SET done_at = NULL, done_by_person_id = NULL, done_how = NULL, version = x.version + 1,
       due_on = GREATEST(x.due_on, $2::date + $3::integer)
     FROM jsonb_to_recordset($1::jsonb) AS e("mobilityId" uuid, undone text[])
     WHERE x.mobility_id = e."mobilityId" AND x.closes_on = ANY(e.undone) AND x.done_how = 'event' AND x.cancelled_at IS NULL`,
    [JSON.stringify(facts), tx.actor.today, ONCE_MORE_DAYS],
  );
}

/** What a withdrawn participant had still to do falls away; what was done stays. */
async function cancel(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  await tx.db.query(
    `UPDATE task SET cancelled_at = $2, version = version + 1
     WHERE mobility_id = ANY($1::uuid[]) AND done_at IS NULL AND cancelled_at IS NULL`,
    [idsOf(events, 'mobilityId'), tx.ctx.clock.now()],
  );
}

const anyClosing = new RegExp(`^(?:${closingEvents.map((type) => type.replaceAll('.', '\\.')).join('|')})$`);

export const taskReactions: readonly Reaction[] = [
  { on: 'flow.created', runAll: planFlows },
  { on: 'mobility.selected', runAll: plan },
  { on: 'mobility.withdrawn', runAll: cancel },
  { on: 'flow.changed', runAll: moveDueDays },
  { on: 'flow.changed', runAll: (tx, events) => fitSignaturesOfFlows(tx, idsOf(events, 'flowId')) },
  ...Object.keys(UNDOES).map((on): Reaction => ({ on, runAll: reopen })),
  { on: anyClosing, runAll: close },
  { on: /^agreement\.(composed|opened)$/, runAll: fitSignatures },
  { on: 'agreement.locked', runAll: dropSignaturesLeft },
];
