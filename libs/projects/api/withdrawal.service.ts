import { policy } from '@softmob/access';
import { conflict, type Ctx, invalid, type Tx, validate, write } from '@softmob/api-kit';
import { type Participant, participants } from '@softmob/participants-api';
import { z } from 'zod';
import { inviteSelected } from './invitation.service';
import { type Mobility } from './mobility.entity';
import { addMobilities } from './mobility.service';
import { type Flow } from './project.entity';
import { flows, mobilities } from './project.loaders';
import { moveStage } from './stage.service';
import { tellOfWithdrawal } from './withdrawal.mails';

const { withdraw: rule } = policy.projects;

/** Which reserve comes first. */
export type PromotionRule = 'SAME_OCCUPATION_FIRST' | 'BY_RANK' | 'NOBODY';

const schema = z.object({
  reason: z.string().trim().min(3, { error: 'Say why, in a few words.' }).max(1_000),
  promotion: z.enum(['SAME_OCCUPATION_FIRST', 'BY_RANK', 'NOBODY']).nullish(),
});

/** A withdrawal: who, why, and which reserve comes first. */
export interface WithdrawalInput {
  readonly mobilityId: string;
  readonly reason: string;
  readonly version?: number | null;
  readonly promotion?: string | null;
}

/** Who withdrew, and who took the place. */
export interface Withdrawal {
  readonly mobility: Mobility;
  readonly replacement: Mobility | null;
}

/** The waiting reserve that comes first and is free in those days; another withdrawal at the same moment takes the next. */
async function firstReserve(
  tx: Tx,
  row: Mobility,
  promotion: PromotionRule,
): Promise<(Participant & { reserveId: string }) | null> {
  const [first] = await tx.db.query<Participant & { reserveId: string } & Record<string, unknown>>(
    `SELECT ${participants.select('x')}, r.id AS "reserveId"
     FROM reserve r JOIN participant x ON x.id = r.participant_id
     WHERE r.project_id = $1 AND r.status = 'waiting' AND NOT EXISTS (
       SELECT 1 FROM mobility o WHERE o.participant_id = x.id AND o.stage <> 'withdrawn'
       AND daterange(o.starts_on, o.ends_on, '[]') && daterange($3::date, $4::date, '[]'))
     ORDER BY ($5 AND x.occupation = (SELECT p.occupation FROM participant p WHERE p.id = $2)) DESC, r.rank
     LIMIT 1 FOR UPDATE OF r SKIP LOCKED`,
    [row.projectId, row.participantId, row.startsOn, row.endsOn, promotion === 'SAME_OCCUPATION_FIRST'],
  );
  return first ?? null;
}

/** Puts the first reserve in the withdrawn one's place, as long as the flow has not left. */
async function promote(tx: Tx, row: Mobility, flow: Flow, promotion: PromotionRule): Promise<Mobility | null> {
  if (promotion === 'NOBODY' || row.startsOn <= tx.actor.today) return null;
  const reserve = await firstReserve(tx, row, promotion);
  if (!reserve) return null;
  const { startsOn, endsOn, greenTravel } = row;
  const [replacement] = await addMobilities(tx, [
    { flow, participant: reserve, startsOn, endsOn, greenTravel, replacesId: row.id },
  ]);
  if (!replacement) return null;
  await tx.db.query(`UPDATE reserve SET status = 'promoted', mobility_id = $2 WHERE id = $1`, [
    reserve.reserveId,
    replacement.id,
  ]);
  await inviteSelected(tx, [replacement.id]);
  return replacement;
}

async function flowOf(tx: Tx, row: Mobility): Promise<Flow> {
  const [flow] = await tx.db.query<Flow & Record<string, unknown>>(
    `SELECT ${flows.select('x')} FROM flow x WHERE x.id = $1`,
    [row.flowId],
  );
  if (!flow) throw conflict();
  return flow;
}

/**
 * Withdraws a mobility with a reason. Nothing is deleted; the first waiting reserve takes the place, and those concerned
 * are told. What hung on the one passes to the other by the reactions of the slices that keep it. Who withdraws
 * themselves has no say in who comes next.
 * @throws NOT_FOUND, CONFLICT, VALIDATION, ILLEGAL_STATE where the mobility is over
 */
export function withdraw(ctx: Ctx, input: WithdrawalInput): Promise<Withdrawal> {
  return write(ctx, rule, async (tx) => {
    const row = await tx.load(mobilities, input.mobilityId);
    ctx.assert(rule, row);
    if (input.version != null && input.version !== row.version) throw conflict();
    const { reason, promotion } = validate(schema, input);
    if (promotion && ctx.actor.audience !== 'sendingCoordinator') {
      throw invalid('promotion', 'SCHOOL_DECIDES', 'Who takes the place is for the school to say: leave it out.');
    }
    const patch = { withdrawnAt: ctx.clock.now(), withdrawnReason: reason };
    const [mobility] = await moveStage(tx, [row], 'withdraw', patch);
    const flow = await flowOf(tx, row);
    const replacement = await promote(tx, row, flow, promotion ?? 'SAME_OCCUPATION_FIRST');
    await tx.event({
      type: 'mobility.withdrawn',
      subjectType: 'mobility',
      subjectId: row.id,
      organisationId: row.sendingOrganisationId,
      flowId: row.flowId,
      mobilityId: row.id,
      before: { stage: row.stage },
      after: { stage: 'withdrawn', reason, replacementId: replacement?.id ?? null },
    });
    await tellOfWithdrawal(tx, row, flow, replacement);
    return { mobility: mobility ?? row, replacement };
  });
}
