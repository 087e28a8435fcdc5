import { policy } from '@softmob/access';
import { type Ctx, type DomainEvent, DomainError, type JobDefinition, type Reaction, type Tx } from '@softmob/api-kit';
import { coordinatorOf } from '@softmob/identity-api';
import { KIND_KEYS, KINDS } from '@softmob/paperwork-model';
import { successionsOf } from '@softmob/projects-api';
import { type QueryResultRow } from 'pg';
import { type IssuedDocument } from './issued.entity';
import { issuedDocuments } from './loaders';
import { generateDocuments, hasRunFor } from './run.service';
import { announceWithdrawn } from './withdraw.service';

const JOB = 'paperwork:issue-again';
/** Whoever withdraws in one of these has never left: what was issued for the stay speaks of none. */
const AT_HOME: readonly unknown[] = ['selected', 'proposed', 'confirmed'];
const OF_FLOW = KIND_KEYS.filter((kind) => KINDS[kind].subject === 'flow');

/** What was issued for somebody who does not go holds no more. They are told once, with everything that it is about. */
async function voidOwn(tx: Tx, mobilityIds: readonly string[]): Promise<void> {
  const gone = await tx.db.query<IssuedDocument & QueryResultRow>(
    `UPDATE issued_document x SET status = 'withdrawn', withdrawn_at = $2, withdrawn_by = $3, version = x.version + 1,
       reason = CASE x.language WHEN 'it' THEN 'Il soggiorno non ha luogo.' ELSE 'The stay does not take place.' END
     WHERE x.mobility_id = ANY($1::uuid[]) AND x.status = 'valid' RETURNING ${issuedDocuments.select('x')}`,
    [mobilityIds, tx.ctx.clock.now(), tx.ctx.personId],
  );
  await announceWithdrawn(tx, gone);
}

async function leave(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const atHome = events.filter(({ before }) => AT_HOME.includes(before?.stage));
  if (atHome.length === 0) return;
  await voidOwn(
    tx,
    atHome.map(({ subjectId }) => subjectId),
  );
  await tx.jobs(
    JOB,
    atHome.map(({ subjectId }) => ({ replacesId: subjectId })),
  );
}

async function follow(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  await tx.jobs(JOB, successionsOf(events));
}

/** A document of before, as far as it is issued again. */
interface Again extends QueryResultRow {
  readonly versionId: string;
  readonly language: string;
  readonly flowId: string;
  readonly organisationId: string;
  readonly issuedBy: string;
  readonly ofFlow: boolean;
}

/** What names the participants of the flow and, where somebody follows, what the one who withdrew had had. */
const AGAIN = `
  SELECT DISTINCT ON (d.version_id, d.language) d.version_id AS "versionId", d.language, d.flow_id AS "flowId",
    d.organisation_id AS "organisationId", d.issued_by AS "issuedBy", d.mobility_id IS NULL AS "ofFlow"
  FROM mobility m JOIN issued_document d ON d.flow_id = m.flow_id
  WHERE m.id = $1 AND (
    (d.subject_id = m.flow_id AND d.kind = ANY($2::text[]) AND d.status = 'valid')
    OR ($3 AND d.mobility_id = m.id AND d.status = 'withdrawn' AND d.withdrawn_at >= m.withdrawn_at))
  ORDER BY d.version_id, d.language, d.issued_at DESC`;

/**
 * Issues again what a withdrawal has made untrue: at once what lists the participants of the flow; once a successor has
 * a place, also for them what the one who withdrew had had. It is done in the name of whoever had issued it, by the
 * rules that hold for them, and each at most once.
 */
async function issueAgain(ctx: Ctx, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const replacesId = String(payload.replacesId);
  const successorId = typeof payload.successorId === 'string' ? payload.successorId : null;
  const again = await ctx.db.query<Again>(AGAIN, [replacesId, OF_FLOW, successorId !== null]);
  for (const { versionId, language, flowId, organisationId, issuedBy, ofFlow } of again) {
    const subject = ofFlow ? { flowId } : { mobilityIds: successorId ? [successorId] : [] };
    const cause = [successorId ?? replacesId, versionId, language].join(':');
    const actor = await coordinatorOf(ctx.runtime, organisationId, issuedBy);
    if (!actor || (await hasRunFor(ctx, cause))) continue;
    try {
      await generateDocuments(ctx.as(actor), { versionId, language, ...subject }, cause);
    } catch (error) {
      // The template was put away meanwhile, or nobody is left in the flow: there is nothing to issue.
      if (!(error instanceof DomainError) || error.code !== 'ILLEGAL_STATE') throw error;
    }
  }
}

export const successionReactions: readonly Reaction[] = [
  { on: 'mobility.withdrawn', runAll: leave },
  { on: 'mobility.succeeded', runAll: follow },
];

export const successionJobs: Readonly<Record<string, JobDefinition>> = {
  [JOB]: { rule: policy.identity.operate, run: issueAgain },
};
