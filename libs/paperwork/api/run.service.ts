import { policy } from '@softmob/access';
import { type Ctx, illegalState, type Tx, write } from '@softmob/api-kit';
import { KINDS } from '@softmob/paperwork-model';
import { type DocumentRun } from './issued.entity';
import { runItems, runRows } from './loaders';
import { fillIn, understand, type Wanted } from './wanted';

const rule = policy.paperwork.generate;

/** What would come of a wish, one line for each subject. */
export interface PreflightLine {
  readonly subjectId: string;
  readonly mobilityId: string | null;
  readonly missing: readonly string[];
  /** The number of the document that holds now, and that this one would replace. */
  readonly replaces: string | null;
}

/** Looks before anything is issued: what is missing for whom, and what would be replaced. @throws NOT_FOUND, VALIDATION */
export async function preflight(ctx: Ctx, wanted: Wanted): Promise<PreflightLine[]> {
  const { version, template, language, subjects } = await understand(ctx, wanted);
  const valid = await ctx.db.query<{ subjectId: string; number: string }>(
    `SELECT subject_id AS "subjectId", number FROM issued_document
     WHERE subject_id = ANY($1::uuid[]) AND kind = $2 AND language = $3 AND status = 'valid'`,
    [subjects.map(({ subjectId }) => subjectId), template.kind, language],
  );
  const numbers = new Map(valid.map(({ subjectId, number }) => [subjectId, number]));
  return subjects.map((facts) => ({
    subjectId: facts.subjectId,
    mobilityId: facts.mobilityId,
    missing: fillIn(version, facts, language).missing,
    replaces: numbers.get(facts.subjectId) ?? null,
  }));
}

const JOB = 'paperwork:issue';
const enqueue = (tx: Tx, run: DocumentRun) => tx.job(JOB, { runId: run.id }, { key: `${JOB}:${run.id}` });

const tell = (tx: Tx, type: string, run: DocumentRun, after: Record<string, unknown>) =>
  tx.event({
    type,
    subjectType: 'documentRun',
    subjectId: run.id,
    organisationId: run.organisationId,
    flowId: run.flowId,
    after,
  });

/** Whether the house has begun a run for this cause before. */
export async function hasRunFor(ctx: Ctx, cause: string): Promise<boolean> {
  return (await ctx.db.query('SELECT 1 FROM document_run WHERE cause = $1', [cause])).length > 0;
}

/**
 * Begins a run; its job issues the documents. A `cause` stands for what made the house begin it by itself: the same one
 * begins no second run. @throws NOT_FOUND, VALIDATION, ILLEGAL_STATE, CONFLICT where the cause has begun one
 */
export async function generateDocuments(ctx: Ctx, wanted: Wanted, cause: string | null = null): Promise<DocumentRun> {
  ctx.assert(rule);
  const { template, version, language, flowId, subjects } = await understand(ctx, wanted);
  return write(ctx, rule, async (tx) => {
    const [run] = await tx.insert(runRows, [
      {
        id: tx.newId(),
        organisationId: ctx.organisationId,
        flowId: KINDS[template.kind].subject === 'mobility' ? flowId : (flowId ?? subjects[0]?.flowId ?? null),
        versionId: version.id,
        kind: template.kind,
        language,
        status: 'running',
        requestedBy: ctx.personId,
        requestedAt: ctx.clock.now(),
        cause,
      },
    ]);
    if (!run) throw new Error('The run was not stored');
    await tx.insert(
      runItems,
      subjects.map(({ subjectId, mobilityId }, position) => ({
        id: tx.newId(),
        runId: run.id,
        position,
        subjectId,
        mobilityId,
        state: 'waiting' as const,
        missing: [],
      })),
    );
    await tell(tx, 'document-run.begun', run, { kind: run.kind, language, documents: subjects.length });
    await enqueue(tx, run);
    return run;
  });
}

/** Tries again for those for whom nothing could be issued. @throws NOT_FOUND, ILLEGAL_STATE where nobody is left */
export function retryDocumentRun(ctx: Ctx, id: string): Promise<DocumentRun> {
  return write(ctx, rule, async (tx) => {
    const run = await tx.load(runRows, id);
    if (run.status === 'running') throw illegalState('This run is still under way.', 'RUN_RUNNING');
    const again = await tx.db.query<{ id: string }>(
      `UPDATE document_run_item SET state = 'waiting', code = NULL, missing = '{}' WHERE run_id = $1 AND state = 'failed'
       RETURNING id`,
      [id],
    );
    if (again.length === 0) throw illegalState('Every document of this run was issued.', 'RUN_COMPLETE');
    const running = await tx.update(runRows, run, { status: 'running', finishedAt: null });
    await tell(tx, 'document-run.retried', running, { documents: again.length });
    await enqueue(tx, running);
    return running;
  });
}
