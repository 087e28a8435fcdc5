import { createHash } from 'node:crypto';
import { type Audience, type PortalKey, portalOf, reachSql, SqlParameters } from '@softmob/access';
import { type Ctx, notFound } from '@softmob/api-kit';
import { actorOfMembership } from '@softmob/identity-api';
import { type CalendarEntry, toICalendar } from '@softmob/processes-model';
import { type Request, type Response, type Router } from 'express';
import { hashSecret } from './calendar-feed.service';
import { tasks } from './task.loaders';
import { holdsSql } from './task.holding';

const FILE = /^([\w-]{43})\.ics$/;

interface FeedRow {
  id: string;
  membershipId: string;
  locale: string;
  contentHash: string | null;
  changedAt: Date | null;
}
interface DueRow {
  flowId: string;
  code: string;
  stepKey: string;
  titleEn: string;
  titleIt: string;
  dueOn: string;
  wholeFlow: boolean;
  count: number;
}

/** Where a portal shows one's tasks. */
const TASKS_AT: Readonly<Record<PortalKey, (flowId: string) => string>> = {
  sending: (flowId) => `/sending/tasks?flow=${flowId}`,
  host: () => '/host/',
  company: () => '/company/',
  participant: () => '/participant/',
};

const WORDS = {
  en: { name: 'SoftMob: my tasks', whole: 'The whole flow', people: (count: number) => `Open for ${String(count)}` },
  it: {
    name: 'SoftMob: le mie attività',
    whole: 'Tutto il flusso',
    people: (count: number) => `Aperta per ${String(count)}`,
  },
};
const wordsOf = (locale: string) => (locale === 'it' ? WORDS.it : WORDS.en);

/** What this actor has to do, by flow, step and day: no name of anybody stands in it. */
function dueOf(ctx: Ctx): Promise<DueRow[]> {
  const parameters = new SqlParameters();
  const reached = tasks.reach ? reachSql(tasks.reach, ctx.actor, parameters, 'x') : 'FALSE';
  return ctx.db.query<DueRow>(
    `SELECT x.flow_id AS "flowId", f.code, x.step_key AS "stepKey", min(x.title_en) AS "titleEn", min(x.title_it) AS "titleIt",
            x.due_on AS "dueOn", x.mobility_id IS NULL AS "wholeFlow", count(*)::int AS count
     FROM task x JOIN flow f ON f.id = x.flow_id
     WHERE x.done_at IS NULL AND x.cancelled_at IS NULL AND ${reached} AND ${holdsSql(ctx, parameters, 'x')}
     GROUP BY x.flow_id, f.code, x.step_key, x.due_on, x.mobility_id IS NULL ORDER BY x.due_on, f.code, x.step_key LIMIT 2000`,
    parameters.values,
  );
}

function entriesOf(rows: readonly DueRow[], audience: Audience, locale: string, publicUrl: string): CalendarEntry[] {
  const words = wordsOf(locale);
  const at = TASKS_AT[portalOf(audience) ?? 'participant'];
  const own = audience === 'participant';
  return rows.map((row) => {
    const url = `${publicUrl}${at(row.flowId)}`;
    const whom = row.wholeFlow ? words.whole : words.people(row.count);
    return {
      uid: `${row.flowId}-${row.stepKey}-${row.wholeFlow ? 'flow' : row.dueOn}@${new URL(publicUrl).hostname}`,
      day: row.dueOn,
      title: `${locale === 'it' ? row.titleIt : row.titleEn} · ${row.code}`,
      description: own ? url : `${whom}\n${url}`,
      url,
    };
  });
}

/** The feed behind a secret and who reads it now. @throws NOT_FOUND where either has ended */
async function feedOf(ctx: Ctx, file: string | undefined): Promise<{ feed: FeedRow; reader: Ctx }> {
  const secret = FILE.exec(file ?? '')?.[1];
  if (!secret) throw notFound('calendar');
  const [feed] = await ctx.db.query<FeedRow>(
    `SELECT x.id, x.membership_id AS "membershipId", p.locale, x.content_hash AS "contentHash", x.changed_at AS "changedAt"
     FROM calendar_feed x JOIN membership m ON m.id = x.membership_id AND m.ended_at IS NULL
       JOIN person p ON p.id = m.person_id
     WHERE x.secret_hash = $1 AND x.revoked_at IS NULL`,
    [hashSecret(secret)],
  );
  const actor = feed && (await actorOfMembership(ctx.runtime, feed.membershipId));
  if (!actor) throw notFound('calendar');
  return { feed, reader: ctx.as(actor) };
}

/** Notes what the feed holds now, and since when. */
async function noteRead(ctx: Ctx, feed: FeedRow, contentHash: string): Promise<Date> {
  const [row] = await ctx.db.query<{ changedAt: Date }>(
    `UPDATE calendar_feed SET read_at = now(), content_hash = $2,
       changed_at = CASE WHEN content_hash = $2 THEN changed_at ELSE date_trunc('second', now()) END
     WHERE id = $1 RETURNING changed_at AS "changedAt"`,
    [feed.id, contentHash],
  );
  return row?.changedAt ?? ctx.clock.real();
}

/** Whether the programme that asks has what there is: its tag decides, and only without one the moment. */
function unchanged(request: Request, tag: string, changedAt: Date): boolean {
  const tags = request.get('if-none-match');
  if (tags !== undefined)
    return tags.split(',').some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*');
  const since = Date.parse(request.get('if-modified-since') ?? '');
  return !Number.isNaN(since) && changedAt.getTime() <= since;
}

async function serve(request: Request<{ file: string }>, response: Response): Promise<void> {
  const { feed, reader } = await feedOf(response.locals.ctx, request.params.file);
  const { publicUrl } = reader.runtime.settings;
  const dates = await Promise.all(reader.runtime.slices.map(async (slice) => slice.dates?.(reader, feed.locale) ?? []));
  const entries = [...entriesOf(await dueOf(reader), reader.actor.audience, feed.locale, publicUrl), ...dates.flat()];
  const { name } = wordsOf(feed.locale);
  const contentHash = createHash('sha256')
    .update(JSON.stringify([name, entries]))
    .digest('base64url');
  const changedAt = await noteRead(reader, feed, contentHash);
  const tag = `"${contentHash}"`;
  response.set({
    'cache-control': 'private, no-cache',
    etag: tag,
    'last-modified': changedAt.toUTCString(),
    'x-robots-tag': 'noindex',
  });
  if (unchanged(request, tag, changedAt)) {
    response.status(304).end();
    return;
  }
  response
    .set('content-type', 'text/calendar; charset=utf-8')
    .set('content-disposition', 'inline; filename="softmob.ics"')
    .send(toICalendar({ name, entries, changedAt }));
}

/** A calendar by its secret address: no cookie, the reach of its owner at this moment. */
export function calendarRoutes(router: Router): void {
  router.get('/calendar/:file', serve);
}
