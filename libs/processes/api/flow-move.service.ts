import { type Tx } from '@softmob/api-kit';
import { type Fitted, type FlowFrame, type MovePlan, planMove } from './flow-move';
import { closeWhatHappenedBefore, OF_STEP, STEP_COLUMNS, STEP_RECORD, stepRow } from './plan.service';
import { type ProcessTemplateVersion } from './process-template.entity';
import { fitSignaturesOfFlows } from './signature-tasks';

async function add(tx: Tx, flow: FlowFrame, added: MovePlan['added']): Promise<void> {
  if (added.length === 0) return;
  await tx.db.query(
    `INSERT INTO task (id, organisation_id, flow_id, mobility_id, ${STEP_COLUMNS})
     SELECT gen_random_uuid(), $2::uuid, $3::uuid, s."mobilityId", ${OF_STEP}
     FROM jsonb_to_recordset($1::jsonb) AS s("mobilityId" uuid, ${STEP_RECORD})
     ON CONFLICT ON CONSTRAINT task_once DO NOTHING`,
    [
      JSON.stringify(added.map(({ mobilityId, step }) => ({ mobilityId, ...stepRow(step) }))),
      flow.organisationId,
      flow.id,
    ],
  );
}

/** Open tasks take what their step says now; those that come back are open again. */
async function fit(tx: Tx, fitted: readonly Fitted[]): Promise<void> {
  if (fitted.length === 0) return;
  await tx.db.query(
    `UPDATE task AS x SET title_en = s."titleEn", title_it = s."titleIt", phase = s.phase, role = s.role, due_anchor = s.anchor,
       due_offset = s."offset", closes_on = s."closesOn", needs = s.needs, due_on = s."dueOn", cancelled_at = NULL,
       version = x.version + 1
     FROM jsonb_to_recordset($1::jsonb) AS s(id uuid, ${STEP_RECORD}) WHERE x.id = s.id`,
    [JSON.stringify(fitted.map(({ id, step }) => ({ id, ...stepRow(step) })))],
  );
}

/** Carries a flow's tasks over to another version, in as many statements for a hundred people as for one. */
export async function moveTasks(
  tx: Tx,
  flow: FlowFrame,
  from: ProcessTemplateVersion | null,
  to: ProcessTemplateVersion,
): Promise<MovePlan> {
  const plan = await planMove(tx.db, tx.actor.today, flow, from, to);
  await add(tx, flow, plan.added);
  await fit(tx, [...plan.fitted, ...plan.revived]);
  await tx.db.query(
    'UPDATE task SET cancelled_at = $2, version = version + 1 WHERE id = ANY($1::uuid[]) AND done_at IS NULL',
    [plan.dropped.map(({ id }) => id), tx.ctx.clock.now()],
  );
  const { added, changed } = plan.difference;
  const fresh = [...added, ...changed.filter(({ fields }) => fields.includes('closesOn')).map(({ after }) => after)];
  const people = await tx.db.query<{ id: string }>(
    `SELECT id FROM mobility WHERE flow_id = $1::uuid AND stage <> 'withdrawn'`,
    [flow.id],
  );
  await closeWhatHappenedBefore(
    tx,
    people.map(({ id }) => id),
    fresh.map(({ key }) => key),
  );
  await fitSignaturesOfFlows(tx, [flow.id]);
  return plan;
}
