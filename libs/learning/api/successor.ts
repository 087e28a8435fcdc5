import { policy } from '@softmob/access';
import { type Ctx, type DomainEvent, type JobDefinition, type Reaction, type Tx } from '@softmob/api-kit';
import { coordinatorOf } from '@softmob/identity-api';
import { successionsOf } from '@softmob/projects-api';
import { composeAgreements } from './compose.service';

const JOB = 'learning:compose-successor';

async function follow(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  await tx.jobs(JOB, successionsOf(events));
}

/**
 * Where the one who withdrew had an agreement, that of the successor is composed as a draft, in the name of whoever had
 * composed the first. Where there is one already, nothing happens.
 */
async function composeForSuccessor(ctx: Ctx, { successorId, replacesId }: Readonly<Record<string, unknown>>) {
  const [before] = await ctx.db.query<{ organisationId: string; createdBy: string }>(
    `SELECT a.organisation_id AS "organisationId", v.created_by AS "createdBy"
     FROM agreement a JOIN agreement_version v ON v.agreement_id = a.id
     WHERE a.mobility_id = $1 ORDER BY v.number DESC LIMIT 1`,
    [replacesId],
  );
  const actor = before && (await coordinatorOf(ctx.runtime, before.organisationId, before.createdBy));
  if (actor) await composeAgreements(ctx.as(actor), { mobilityIds: [String(successorId)] });
}

export const successorReaction: Reaction = { on: 'mobility.succeeded', runAll: follow };
export const successorJobs: Readonly<Record<string, JobDefinition>> = {
  [JOB]: { rule: policy.identity.operate, run: composeForSuccessor },
};
