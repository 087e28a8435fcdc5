import { mayEver, policy, portalOf, reachSql, SqlParameters } from '@softmob/access';
import { type Ctx, type DayEntry } from '@softmob/api-kit';
import { documents } from './document.loaders';
import { runsOutSql } from './expiry.list';
import { kindIn } from './mails';

interface Ending extends Record<string, unknown> {
  flowId: string;
  code: string;
  kind: string;
  expiresOn: string;
  count: number;
}

const WORDS = {
  en: { runsOut: (kind: string) => `Runs out: ${kind}`, of: (count: number) => `Of ${String(count)}` },
  it: { runsOut: (kind: string) => `Scade: ${kind}`, of: (count: number) => `Di ${String(count)}` },
};

/** For the reader's calendar: the days on which documents within reach run out, by flow and kind and without a name. */
export async function expiryDates(ctx: Ctx, locale: string): Promise<DayEntry[]> {
  if (!mayEver(policy.documents.read, ctx.actor.audience)) return [];
  const parameters = new SqlParameters();
  const today = parameters.add(ctx.actor.today);
  const reached = documents.reach ? reachSql(documents.reach, ctx.actor, parameters, 'x') : 'FALSE';
  const rows = await ctx.db.query<Ending>(
    `SELECT f.id AS "flowId", f.code, x.kind, x.expires_on AS "expiresOn", count(DISTINCT x.mobility_id)::int AS count
     FROM document x JOIN mobility m ON m.id = x.mobility_id JOIN flow f ON f.id = m.flow_id
     WHERE ${runsOutSql(today)} AND x.expires_on < m.ends_on + 30 AND ${reached}
     GROUP BY 1, 2, 3, 4 ORDER BY 4, 2, 3 LIMIT 1000`,
    parameters.values,
  );
  const { publicUrl } = ctx.runtime.settings;
  const words = locale === 'it' ? WORDS.it : WORDS.en;
  const portal = portalOf(ctx.actor.audience);
  const at = portal === 'sending' ? '/sending/documents/expiry' : `/${portal ?? 'participant'}/documents`;
  return rows.map(({ flowId, code, kind, expiresOn, count }) => ({
    uid: `${flowId}-${kind}-${expiresOn}-runs-out@${new URL(publicUrl).hostname}`,
    day: expiresOn,
    title: `${words.runsOut(kindIn(locale, kind))} · ${code}`,
    description: portal === 'participant' ? publicUrl + at : `${words.of(count)}\n${publicUrl}${at}`,
    url: publicUrl + at,
  }));
}
