import { policy } from '@softmob/access';
import { type Ctx, type Tx, validate, write } from '@softmob/api-kit';
import { missingIn, PARTIES, type Party } from '@softmob/learning-model';
import { type Mobility } from '@softmob/projects-api';
import { z } from 'zod';
import { type AgreementVersion } from './agreement.entity';
import { CONTACTS_ASKED } from './agreement.service';
import { type LearningBulkResult, type RefusedMobility } from './agreement.type';
import { refusal, samePlacement } from './compose.service';
import { signersOfEach } from './concerned';
import { agreementVersions } from './learning.loaders';
import { askSigners, mailSigners } from './signer-mails.service';
import { signersOf } from './signers';
import { about, loadWhich, type Which } from './which';

const orderOf = z.object({
  order: z
    .array(z.enum(PARTIES))
    .min(1)
    .refine((parties) => new Set(parties).size === parties.length, { error: 'Name each party once.' })
    .nullish(),
});

/** Why a draft cannot be opened; null where it can. */
function obstacle(mobility: Mobility, draft: AgreementVersion | undefined): RefusedMobility | null {
  if (!draft) return refusal(mobility.id, 'NO_DRAFT', 'There is no draft to open.');
  if (mobility.stage === 'withdrawn') return refusal(mobility.id, 'WITHDRAWN', 'This learner has withdrawn.');
  if (!samePlacement(mobility, draft)) {
    return refusal(mobility.id, 'PLACEMENT_CHANGED', 'The placement has changed: compose it again.');
  }
  const missing = missingIn(draft.content, { contactsPerOrganisation: CONTACTS_ASKED });
  if (missing.length === 0) return null;
  return { ...refusal(mobility.id, 'CONTENT_MISSING', 'Something must be filled in first.'), missing };
}

/** Freezes who signs and in which order, and opens; one statement for any number. */
async function openAll(tx: Tx, drafts: readonly AgreementVersion[], order: Party[] | null | undefined) {
  const signers = await signersOfEach(tx, drafts);
  const opened = drafts.map((draft, index) => ({
    ...draft,
    requiredParties: signers[index] ?? draft.requiredParties,
    signingOrder: order === undefined ? draft.signingOrder : order,
  }));
  await tx.db.query(
    `UPDATE agreement_version AS x SET status = 'open', opened_at = $2, version = x.version + 1,
       required_parties = ARRAY(SELECT jsonb_array_elements_text(r.required)),
       signing_order = CASE jsonb_typeof(r.ordered) WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(r.ordered)) END
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, required jsonb, ordered jsonb) WHERE x.id = r.id`,
    [
      JSON.stringify(
        opened.map(({ id, requiredParties, signingOrder }) => ({
          id,
          required: requiredParties,
          ordered: signingOrder,
        })),
      ),
      tx.ctx.clock.now(),
    ],
  );
  return opened;
}

/** Parties of an amendment whom it does not concern: they are told and need not sign. */
const toldOnly = (versions: readonly AgreementVersion[]) =>
  new Map(
    versions
      .map(({ id, content, requiredParties }) => {
        const told = content.requiredParties.filter((party) => !requiredParties.includes(party));
        return [id, told] as const;
      })
      .filter(([, told]) => told.length > 0),
  );

/**
 * Opens drafts for signature, where nothing is missing in them, and mails those whose turn it is to sign. With an
 * `order` the parties sign one after the other; null takes an earlier order away.
 */
export async function openAgreements(
  ctx: Ctx,
  which: Which & { readonly order?: readonly string[] | null },
): Promise<LearningBulkResult> {
  const { order } = validate(orderOf, { order: which.order });
  return write(ctx, policy.learning.open, async (tx) => {
    const wanted = await loadWhich(tx, which);
    const versions = await tx.loadAll(
      agreementVersions,
      (p) => `x.status = 'draft' AND x.mobility_id = ANY(${p.add(wanted.map(({ id }) => id))}::uuid[])`,
    );
    const drafts = new Map(versions.map((version) => [version.mobilityId, version]));
    const refused = wanted.flatMap((mobility) => obstacle(mobility, drafts.get(mobility.id)) ?? []);
    const ready = wanted.filter(({ id }) => !refused.some(({ mobilityId }) => mobilityId === id));
    const chosen = ready.flatMap(({ id }) => drafts.get(id) ?? []);
    if (chosen.length === 0) return { done: [], refused };
    const opened = await openAll(tx, chosen, order);
    const byMobility = new Map(opened.map((version) => [version.mobilityId, version]));
    await tx.events(
      ready.flatMap((mobility) => {
        const version = byMobility.get(mobility.id);
        if (!version) return [];
        const { number, contentHash, signingOrder } = version;
        return {
          ...{ type: 'agreement.opened', subjectType: 'agreement', subjectId: mobility.id, ...about(mobility) },
          after: { number, contentHash, signers: signersOf(version), order: signingOrder },
        };
      }),
    );
    await askSigners(tx, opened, 'sign');
    await mailSigners(tx, 'told', toldOnly(opened));
    return { done: ready.map(({ id }) => id), refused };
  });
}
