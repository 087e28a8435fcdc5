import { policy } from '@softmob/access';
import { type Ctx, notFound, safeError, type Tx, validate, write } from '@softmob/api-kit';
import { z } from 'zod';
import { givenUpJobs } from './given-up-job.entity';
import { DEAD, FAILING, isJobId, JOBS, subjectOf } from './queue.read';
import {
  type GiveUpJobsInput,
  type QueueChange,
  type RetryJobsInput,
  type SendMailsAgainInput,
  type SettleMailsInput,
} from './queue.type';

const MOST = 500;
const reason = z
  .string()
  .trim()
  .min(3, { message: 'Say why, for whoever looks later.' })
  .max(500, { message: 'Say it in at most 500 characters.' });
const someIds = z.array(z.string()).min(1).max(MOST);
const eitherMessage = { message: 'Give either some ids or what they have in common.' };
const retry = z
  .object({ ids: someIds.nullish(), kind: z.string().min(1).max(128).nullish() })
  .refine(({ ids, kind }) => Boolean(ids) !== Boolean(kind), { ...eitherMessage, path: ['ids'] });
const giveUp = z.object({ ids: someIds, reason });
const again = z
  .object({ ids: z.array(z.uuid()).min(1).max(MOST).nullish(), state: z.enum(['refused', 'unclear']).nullish() })
  .refine(({ ids, state }) => Boolean(ids) !== Boolean(state), { ...eitherMessage, path: ['ids'] });
const settle = z.object({ ids: z.array(z.uuid()).min(1).max(MOST), as: z.enum(['arrived', 'given-up']), reason });

/** The queue's numbers of jobs that exist. @throws NOT_FOUND */
async function existing(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const numbers = [...new Set(ids)];
  if (!numbers.every(isJobId)) throw notFound('job');
  const rows = await tx.db.query<{ id: string }>(
    'SELECT id::text AS id FROM graphile_worker._private_jobs WHERE id = ANY($1::bigint[])',
    [numbers],
  );
  if (rows.length !== numbers.length) throw notFound('job');
  return numbers;
}

async function ofKind(tx: Tx, kind: string): Promise<string[]> {
  const rows = await tx.db.query<{ id: string }>(
    `SELECT j.id::text AS id FROM ${JOBS} WHERE t.identifier = $1 AND (${FAILING} OR ${DEAD})`,
    [kind],
  );
  return rows.map(({ id }) => id);
}

/** Lets jobs begin anew, with all their attempts. @throws NOT_FOUND, VALIDATION */
export function retryJobs(ctx: Ctx, input: RetryJobsInput): Promise<QueueChange> {
  const { ids, kind } = validate(retry, input);
  return write(ctx, policy.identity.operate, async (tx) => {
    const chosen = ids ? await existing(tx, ids) : await ofKind(tx, kind ?? '');
    const moved = await tx.db.query(
      'SELECT id FROM graphile_worker.reschedule_jobs($1::bigint[], run_at => now(), attempts => 0)',
      [chosen],
    );
    await tx.event({
      type: 'job.retried',
      subjectType: 'person',
      subjectId: ctx.personId,
      after: { jobs: chosen, kind: kind ?? null, moved: moved.length },
    });
    return { changed: moved.length };
  });
}

interface Taken {
  readonly kind: string;
  readonly subjectKey: string | null;
  readonly subjectId: string | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly queuedAt: Date;
}

/** Takes jobs out of the queue; those that somebody works on at this moment stay. */
function takeOut(tx: Tx, ids: readonly string[]): Promise<Taken[]> {
  return tx.db.query<Taken & Record<string, unknown>>(
    `SELECT t.identifier AS kind, k.key AS "subjectKey", k.value AS "subjectId", d.attempts::int AS attempts,
            d.last_error AS "lastError", d.created_at AS "queuedAt"
     FROM graphile_worker.complete_jobs($1::bigint[]) d JOIN graphile_worker._private_tasks t ON t.id = d.task_id
     LEFT JOIN LATERAL (
       SELECT e.key, e.value FROM json_each_text(d.payload) e WHERE e.key LIKE '%Id' ORDER BY e.key LIMIT 1
     ) k ON TRUE`,
    [ids],
  );
}

/** Takes jobs out of the queue for good; what they were about, and why, stays. @throws NOT_FOUND, VALIDATION */
export function giveUpJobs(ctx: Ctx, input: GiveUpJobsInput): Promise<QueueChange> {
  const wanted = validate(giveUp, input);
  return write(ctx, policy.identity.operate, async (tx) => {
    const taken = await takeOut(tx, await existing(tx, wanted.ids));
    const rows = taken.map(({ subjectKey, lastError, ...job }) => ({
      ...job,
      id: tx.newId(),
      subjectType: subjectOf(subjectKey),
      error: lastError === null ? null : safeError(lastError),
      reason: wanted.reason,
      givenUpAt: ctx.clock.real(),
      personId: ctx.personId,
    }));
    await tx.insert(givenUpJobs, rows);
    const mailIds = rows.flatMap(({ subjectType, subjectId }) => (subjectType === 'mail' && subjectId) || []);
    await settleRows(tx, mailIds, 'given-up', 'sent_at IS NULL AND settled_at IS NULL');
    await tx.events(
      rows.map(({ id, kind, subjectType, subjectId, attempts, error }) => ({
        type: 'job.given-up',
        subjectType: 'job',
        subjectId: id,
        after: { kind, subjectType, subjectId, attempts, error, reason: wanted.reason },
      })),
    );
    return { changed: rows.length };
  });
}

/** Settled e-mails keep nothing of what they said. One that arrived counts as sent when its last byte left. */
async function settleRows(tx: Tx, ids: readonly string[], as: string, where: string): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db.query<{ id: string }>(
    `UPDATE mail SET settled_as = $2, settled_at = now(), data = '{}',
       sent_at = CASE WHEN $2 = 'arrived' THEN COALESCE(sending_at, stuck_at) END
     WHERE id = ANY($1::uuid[]) AND ${where} RETURNING id`,
    [ids, as],
  );
  return rows.map(({ id }) => id);
}

const OPEN = 'stuck IS NOT NULL AND sent_at IS NULL AND settled_at IS NULL';

function told(tx: Tx, ids: readonly string[], type: string, after: Record<string, unknown>): Promise<void> {
  return tx.events(ids.map((id) => ({ type, subjectType: 'mail', subjectId: id, after })));
}

/** Sends stuck e-mails again, each under the Message-ID it had. @throws NOT_FOUND, VALIDATION */
export function sendMailsAgain(ctx: Ctx, input: SendMailsAgainInput): Promise<QueueChange> {
  const { ids, state } = validate(again, input);
  return write(ctx, policy.identity.operate, async (tx) => {
    const rows = await tx.db.query<{ id: string }>(
      `UPDATE mail SET stuck = NULL, stuck_at = NULL, sending_at = NULL, answer = NULL
       WHERE ${OPEN} AND ($1::uuid[] IS NULL OR id = ANY($1::uuid[])) AND ($2::text IS NULL OR stuck = $2) RETURNING id`,
      [ids ?? null, state ?? null],
    );
    if (ids && rows.length !== new Set(ids).size) throw notFound('mail');
    const released = rows.map(({ id }) => id);
    await tx.jobs(
      'mail:send',
      released.map((mailId) => ({ mailId })),
    );
    await told(tx, released, 'mail.sent-again', {});
    return { changed: released.length };
  });
}

/** Says of stuck e-mails that they arrived, or that they shall not go out. @throws NOT_FOUND, VALIDATION */
export function settleMails(ctx: Ctx, input: SettleMailsInput): Promise<QueueChange> {
  const wanted = validate(settle, input);
  return write(ctx, policy.identity.operate, async (tx) => {
    const settled = await settleRows(tx, wanted.ids, wanted.as, OPEN);
    if (settled.length !== new Set(wanted.ids).size) throw notFound('mail');
    await told(tx, settled, `mail.${wanted.as}`, { reason: wanted.reason });
    return { changed: settled.length };
  });
}
