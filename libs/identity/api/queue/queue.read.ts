import { type Ctx, invalid, type Page, type PageInput, safeError } from '@softmob/api-kit';

/** How many jobs of one kind fail. */
export interface QueueKind {
  readonly kind: string;
  readonly failing: number;
  readonly dead: number;
}

/** The queue in figures. */
export interface QueueFigures {
  readonly waiting: number;
  readonly failing: number;
  readonly dead: number;
  readonly refused: number;
  readonly unclear: number;
  readonly kinds: readonly QueueKind[];
}

/** A job that fails. */
export interface StuckJob {
  readonly id: string;
  readonly kind: string;
  readonly state: 'failing' | 'dead';
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly template: string | null;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly error: string | null;
  readonly queuedAt: Date;
  readonly triedAt: Date;
  readonly nextTryAt: Date | null;
}

/** A job nobody tries again: not even the one under way, which may yet succeed. */
export const DEAD = '(j.attempts >= j.max_attempts AND j.locked_at IS NULL)';
/** A job that failed and has tries left; what was just told to try again counts as waiting. */
export const FAILING = '(j.attempts > 0 AND j.attempts < j.max_attempts AND j.last_error IS NOT NULL)';
export const JOBS = 'graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id';

/** The queue in figures, in two statements. */
export async function queueHealth(ctx: Ctx): Promise<QueueFigures> {
  const [kinds, [mails]] = await Promise.all([
    ctx.db.query<QueueKind & { waiting: number }>(
      `SELECT t.identifier AS kind, count(*) FILTER (WHERE ${FAILING})::int AS failing,
              count(*) FILTER (WHERE ${DEAD})::int AS dead, count(*) FILTER (WHERE NOT ${FAILING} AND NOT ${DEAD})::int AS waiting
       FROM ${JOBS} GROUP BY t.identifier ORDER BY t.identifier`,
    ),
    ctx.db.query<{ refused: number; unclear: number }>(
      `SELECT count(*) FILTER (WHERE stuck = 'refused')::int AS refused, count(*) FILTER (WHERE stuck = 'unclear')::int AS unclear
       FROM mail WHERE stuck IS NOT NULL AND settled_at IS NULL`,
    ),
  ]);
  const sum = (key: 'waiting' | 'failing' | 'dead') => kinds.reduce((total, kind) => total + kind[key], 0);
  return {
    waiting: sum('waiting'),
    failing: sum('failing'),
    dead: sum('dead'),
    refused: mails?.refused ?? 0,
    unclear: mails?.unclear ?? 0,
    kinds: kinds.filter(({ failing, dead }) => failing + dead > 0),
  };
}

const SUBJECT = `(SELECT k.key FROM json_each_text(j.payload) k WHERE k.key LIKE '%Id' ORDER BY k.key LIMIT 1)`;

interface Found extends Omit<StuckJob, 'subjectType' | 'subjectId' | 'error'> {
  readonly subjectKey: string | null;
  readonly subjectValue: string | null;
  readonly lastError: string | null;
}

/** What a job is about, of its payload: the first of its ids. The rest may hold anything and is shown to nobody. */
export const subjectOf = (key: string | null): string | null => key?.replace(/Id$/, '') ?? null;

const shown = ({ subjectKey, lastError, subjectValue, ...job }: Found): StuckJob => ({
  ...job,
  subjectType: subjectOf(subjectKey),
  subjectId: subjectValue,
  error: lastError === null ? null : safeError(lastError),
});

const cursorOf = (id: string): string => Buffer.from(JSON.stringify(id)).toString('base64url');

function idOf(cursor: string): string {
  try {
    const id: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof id === 'string' && isJobId(id)) return id;
  } catch {
    // falls through to the one error below
  }
  throw invalid('after', 'CURSOR_INVALID', 'This cursor was not given out by this list.');
}

/** Jobs are numbered by the queue. */
export const isJobId = (id: string): boolean => /^\d{1,18}$/.test(id);

const CONDITIONS = { failing: FAILING, dead: DEAD, all: `(${FAILING} OR ${DEAD})` } as const;

/** Jobs that fail, the newest first. */
export async function stuckJobs(
  ctx: Ctx,
  { first, after }: PageInput,
  state: 'failing' | 'dead' | null,
  kind: string | null,
): Promise<Page<StuckJob>> {
  const limit = first ?? 50;
  if (limit < 1 || limit > 500) throw invalid('first', 'PAGE_SIZE', 'Ask for 1 to 500 rows.');
  const where = `${CONDITIONS[state ?? 'all']} AND ($1::text IS NULL OR t.identifier = $1)`;
  const found = await ctx.db.query<Found>(
    `SELECT s.*, m.template FROM (
       SELECT j.id::text AS id, j.id AS number, t.identifier AS kind, CASE WHEN ${DEAD} THEN 'dead' ELSE 'failing' END AS state,
              ${SUBJECT} AS "subjectKey", j.payload->>${SUBJECT} AS "subjectValue", j.attempts::int AS attempts,
              j.max_attempts::int AS "maxAttempts", j.last_error AS "lastError", j.created_at AS "queuedAt",
              j.updated_at AS "triedAt", CASE WHEN ${DEAD} THEN NULL ELSE j.run_at END AS "nextTryAt"
       FROM ${JOBS} WHERE ${where} AND ($2::bigint IS NULL OR j.id < $2) ORDER BY j.id DESC LIMIT $3
     ) s LEFT JOIN mail m ON s."subjectKey" = 'mailId' AND m.id::text = s."subjectValue" ORDER BY s.number DESC`,
    [kind, after ? idOf(after) : null, limit + 1],
  );
  const nodes = found.slice(0, limit).map(shown);
  const last = nodes.at(-1);
  return {
    nodes,
    edges: nodes.map((node) => ({ node, cursor: cursorOf(node.id) })),
    pageInfo: { hasNextPage: found.length > limit, endCursor: last ? cursorOf(last.id) : null },
    async countTotal() {
      const [total] = await ctx.db.query<{ total: number }>(
        `SELECT count(*)::int AS total FROM ${JOBS} WHERE ${where}`,
        [kind],
      );
      return total?.total ?? 0;
    },
  };
}
