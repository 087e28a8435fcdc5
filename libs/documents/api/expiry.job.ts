import { policy } from '@softmob/access';
import { type Ctx, groupsBy, type JobDefinition, type OutgoingMail, type Tx, write } from '@softmob/api-kit';
import { runsOutSql } from './expiry.list';
import { type Family, mailsToFamily } from './family';

/** So long before the document ends, or the stay begins, its family is told: a renewal takes weeks. */
const AHEAD_DAYS = 60;

interface Told extends Family, Record<string, unknown> {
  id: string;
  kind: string;
  expiresOn: string;
  mobilityId: string;
  flowId: string;
  schoolId: string;
}

/** Notes that it is said now, which no second run or process can do once more. */
function claim(tx: Tx): Promise<Told[]> {
  return tx.db.query<Told>(
    `UPDATE document AS d SET expiry_told_on = $1::date
     FROM (SELECT x.id, m.flow_id, m.sending_organisation_id, p.email, p.display_name AS name, p.locale,
             g.email AS guardian_email, g.display_name AS guardian_name, g.locale AS guardian_locale
           FROM document x JOIN mobility m ON m.id = x.mobility_id JOIN person p ON p.id = m.participant_person_id
           LEFT JOIN person g ON g.id = m.guardian_person_id AND m.adult_on > $1::date
           WHERE x.expiry_told_on IS NULL AND ${runsOutSql('$1')} AND x.expires_on < m.ends_on
             AND least(x.expires_on, m.starts_on) <= $1::date + ${String(AHEAD_DAYS)}
           ORDER BY x.id FOR UPDATE OF x SKIP LOCKED) f
     WHERE d.id = f.id
     RETURNING d.id, d.kind, d.expires_on AS "expiresOn", d.mobility_id AS "mobilityId", f.flow_id AS "flowId",
       f.sending_organisation_id AS "schoolId", f.email, f.name, f.locale, f.guardian_email AS "guardianEmail",
       f.guardian_name AS "guardianName", f.guardian_locale AS "guardianLocale"`,
    [tx.actor.today],
  );
}

/** One e-mail for each stay and each of those who answer for it, whatever of it runs out. */
function mailsOf(rows: readonly Told[], url: string): OutgoingMail[] {
  return [...groupsBy(rows, ({ mobilityId }) => mobilityId)].flatMap(([mobilityId, documents]) => {
    const [first] = documents;
    if (!first) return [];
    const lines = documents.map(({ kind, expiresOn }) => `${expiresOn} ${kind}`).sort();
    return mailsToFamily(first, {
      template: 'documents:runs-out',
      organisationId: first.schoolId,
      mobilityIds: [mobilityId],
      data: { documents: lines.join('\n'), url },
    });
  });
}

/** Tells families, once for each document, what runs out before the return. */
async function tell(ctx: Ctx): Promise<void> {
  await write(ctx, policy.identity.operate, async (tx) => {
    const rows = await claim(tx);
    await tx.events(
      rows.map(({ id, kind, expiresOn, mobilityId, flowId, schoolId }) => ({
        ...{ type: 'document.runs-out', subjectType: 'document', subjectId: id },
        ...{ organisationId: schoolId, flowId, mobilityId, after: { kind, expiresOn } },
      })),
    );
    await tx.mails(mailsOf(rows, `${ctx.runtime.settings.publicUrl}/participant/documents`));
  });
}

export const expiryJob: JobDefinition = { rule: policy.identity.operate, run: tell };
