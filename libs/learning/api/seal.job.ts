import { policy } from '@softmob/access';
import { type Ctx, type JobDefinition, write } from '@softmob/api-kit';
import { isSealed, newToken, proofUrl, sealOnce } from '@softmob/documents-api';
import { countryName, diffContent, LOCALES, textIn } from '@softmob/learning-model';
import {
  contentOfVersion,
  type ContentRow,
  signaturesOfVersion,
  versionRows,
  type VersionRow,
} from './learning.loaders';
import { printAside } from './pdf';
import { printOf, sharedLocale } from './print';
import { copyForAll, comparableForAll } from './reader';
import { SEAL_REASON } from './statement';

interface Locked extends VersionRow {
  readonly organisationId: string;
  readonly flowId: string;
}

async function lockedVersion(ctx: Ctx, id: string): Promise<Locked | null> {
  const [version] = await ctx.db.query<Locked & Record<string, unknown>>(
    `SELECT ${versionRows.select('x')}, a.organisation_id AS "organisationId", m.flow_id AS "flowId"
     FROM agreement_version x JOIN agreement a ON a.id = x.agreement_id JOIN mobility m ON m.id = x.mobility_id
     WHERE x.id = $1 AND x.locked_at IS NOT NULL`,
    [id],
  );
  return version ?? null;
}

/** The PDF that is sealed: one for all, so without what some party may not see, in the language that they share. */
async function printed(ctx: Ctx, version: Locked, row: ContentRow, token: string) {
  const { content, withheld } = copyForAll(row.content, row.bmId);
  const before = comparableForAll(row);
  const locale = sharedLocale(content, LOCALES);
  const print = printOf({
    version: { ...version, status: 'locked' },
    given: await ctx.load(signaturesOfVersion).load(version.id),
    before,
    changes: before ? diffContent(copyForAll(before.content, row.bmId).content, content) : null,
    ...{ withheld, locale },
  });
  return {
    content,
    locale,
    pdf: await printAside(content, { ...print, audit: { proof: proofUrl(ctx.runtime.settings.publicUrl, token) } }),
  };
}

/** Seals a version that all have signed, once: what is sealed already stays as it is. */
async function seal(ctx: Ctx, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const version = await lockedVersion(ctx, String(payload.versionId));
  if (!version || (await isSealed(ctx, 'agreement', version.id))) return;
  const row = await ctx.load(contentOfVersion).load(version.id);
  if (!row) return;
  const token = newToken();
  const { content, locale, pdf } = await printed(ctx, version, row, token);
  const { sending } = content.parties;
  await write(ctx, policy.identity.operate, async (tx) => {
    const sealed = await sealOnce(tx, {
      ...{ kind: 'agreement' as const, subjectId: version.id, organisationId: version.organisationId, pdf },
      name: sending.name,
      reason: textIn(SEAL_REASON, locale),
      location: countryName(sending.country, locale),
      token,
    });
    if (!sealed) return;
    const { mobilityId, organisationId, flowId, number } = version;
    await tx.event({
      ...{ type: 'agreement.sealed', subjectType: 'agreement', subjectId: mobilityId },
      ...{ organisationId, flowId, mobilityId, after: { number, sha256: sealed.sha256 } },
    });
  });
}

/** Enqueues whatever all have signed and nobody sealed: what was signed before there were seals, or failed for long. */
async function sealRest(ctx: Ctx): Promise<void> {
  await write(ctx, policy.identity.operate, async (tx) => {
    const rest = await tx.db.query<{ versionId: string }>(
      `SELECT x.id AS "versionId" FROM agreement_version x WHERE x.locked_at IS NOT NULL
         AND x.locked_at < $1::timestamptz - interval '1 hour' AND NOT EXISTS (
           SELECT 1 FROM sealed_file s WHERE s.kind = 'agreement' AND s.subject_id = x.id)`,
      [ctx.clock.now()],
    );
    await tx.jobs('learning:seal', rest);
  });
}

export const sealJob: JobDefinition = { rule: policy.identity.operate, run: seal };
export const sealRestJob: JobDefinition = { rule: policy.identity.operate, run: sealRest };
