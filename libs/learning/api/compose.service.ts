import { FROM_CONFIRMED, policy } from '@softmob/access';
import { type Ctx, explainConstraint, invalid, type Tx, validate, write } from '@softmob/api-kit';
import { composeContent, type LearningUnit, unitsFor } from '@softmob/learning-model';
import { type Mobility } from '@softmob/projects-api';
import { z } from 'zod';
import { type AgreementVersion } from './agreement.entity';
import { type LearningBulkResult, type RefusedMobility } from './agreement.type';
import { composeInputOf, type Facts, loadFacts } from './compose-facts';
import { canonicalHash } from './hash';
import { agreements, agreementVersions, type VersionRow, versionRows } from './learning.loaders';
import { signersOf } from './signers';
import { ownUnitsFor, unitsByKey } from './unit.service';
import { about, loadWhich, type Which } from './which';

explainConstraint('agreement_one_pending', 'DRAFT_EXISTS', 'Somebody began a version in the meantime.');
explainConstraint('agreement_once', 'ALREADY_COMPOSED', 'Somebody composed this agreement in the meantime.');

export interface ComposeWish extends Which {
  readonly unitKeys?: readonly string[] | null;
  readonly hoursPerWeek?: number | null;
  readonly again?: boolean | null;
}

const USUAL_HOURS = 38;
const HIGHEST_EQF = 8;
const wish = z.object({
  unitKeys: z.array(z.string().max(100)).min(1).max(12).nullish(),
  hoursPerWeek: z.number().min(1).max(48).nullish(),
});

export const refusal = (mobilityId: string, reason: string, message: string): RefusedMobility => ({
  mobilityId,
  reason,
  message,
  missing: [],
});

/** The newest version of each mobility, without content, locked. */
export async function newestVersions(tx: Tx, mobilityIds: readonly string[]): Promise<Map<string, VersionRow>> {
  const rows = await tx.loadAll(
    versionRows,
    (parameters) => `x.mobility_id = ANY(${parameters.add(mobilityIds)}::uuid[])`,
  );
  const newest = new Map<string, VersionRow>();
  for (const row of rows) {
    if ((newest.get(row.mobilityId)?.number ?? 0) < row.number) newest.set(row.mobilityId, row);
  }
  return newest;
}

/** Whether the placement that a version speaks of is still that of the mobility. */
export const samePlacement = (mobility: Mobility, version: Pick<VersionRow, 'companyId' | 'hostOrganisationId'>) =>
  mobility.companyId === version.companyId && mobility.hostOrganisationId === version.hostOrganisationId;

/** Why nothing can be composed for a mobility now; null where it can. */
function obstacle(mobility: Mobility, newest: VersionRow | undefined, again: boolean): RefusedMobility | null {
  const refuse = (reason: string, message: string) => refusal(mobility.id, reason, message);
  if (mobility.stage === 'withdrawn') return refuse('WITHDRAWN', 'This learner has withdrawn.');
  if (!FROM_CONFIRMED.includes(mobility.stage) || !mobility.companyId) {
    return refuse('NO_PLACEMENT', 'The placement is not confirmed yet.');
  }
  if (!newest || newest.status === 'superseded' || !samePlacement(mobility, newest)) return null;
  if (newest.status === 'draft') {
    return again ? null : refuse('ALREADY_COMPOSED', 'There is a draft already; ask to compose it again.');
  }
  if (newest.status === 'declined' || newest.status === 'withdrawn') {
    return refuse('AMEND_INSTEAD', 'It was declined or withdrawn; amend it instead.');
  }
  if (newest.status === 'open') return refuse('ALREADY_OPEN', 'It is open for signature; amend it instead.');
  return refuse('ALREADY_LOCKED', 'It is signed by all; amend it instead.');
}

/** The catalogue's units of these keys. @throws VALIDATION for a key that neither is shipped nor the school's */
export async function catalogueUnits(tx: Tx, schoolId: string, keys: readonly string[]): Promise<LearningUnit[]> {
  const known = await unitsByKey(tx.db, schoolId, keys);
  return keys.map((key, index) => {
    const unit = known.get(key);
    if (!unit) throw invalid(`unitKeys.${String(index)}`, 'UNIT_UNKNOWN', `There is no unit ${key}.`);
    return unit;
  });
}

/** A version as composed, still without its place in the row of versions. */
interface Composed {
  readonly mobility: Mobility;
  readonly number: string;
  readonly row: Pick<
    AgreementVersion,
    'content' | 'contentHash' | 'requiredParties' | 'companyId' | 'hostOrganisationId' | 'hasSupporting' | 'adultOn'
  >;
}

interface Sources {
  readonly facts: Facts;
  readonly chosen: readonly LearningUnit[] | null;
  readonly own: readonly LearningUnit[];
  readonly hoursPerWeek: number;
  readonly today: string;
}

function composeOne(mobility: Mobility, sources: Sources): Composed | null {
  const { facts, chosen, own, hoursPerWeek, today } = sources;
  const occupation = facts.participants.get(mobility.participantId)?.occupation;
  const ownChoice = own.filter((unit) => (unit.occupation as string) === occupation);
  const shipped = occupation !== undefined && unitsFor(occupation, HIGHEST_EQF).length > 0;
  const units = chosen ?? (shipped ? null : ownChoice);
  const input = composeInputOf(facts, mobility, { hoursPerWeek, units, today });
  if (!input || !mobility.companyId) return null;
  const content = composeContent(input);
  return {
    mobility,
    number: input.agreementNumber,
    row: {
      content,
      contentHash: canonicalHash(content),
      requiredParties: content.requiredParties,
      companyId: mobility.companyId,
      hostOrganisationId: mobility.hostOrganisationId,
      hasSupporting: content.parties.supporting !== null,
      adultOn: mobility.adultOn,
    },
  };
}

/** Stores what was composed: a new version, or the draft made anew; four statements for any number. */
async function store(tx: Tx, composed: readonly Composed[], newest: ReadonlyMap<string, VersionRow>): Promise<void> {
  const { ctx } = tx;
  const drafts = composed.filter(({ mobility }) => newest.get(mobility.id)?.status === 'draft');
  const fresh = composed.filter((entry) => !drafts.includes(entry));
  const stale = fresh.flatMap(({ mobility }) => {
    const version = newest.get(mobility.id);
    return version?.status === 'open' ? [version.id] : [];
  });
  if (stale.length > 0) {
    await tx.db.query(
      `UPDATE agreement_version SET status = 'superseded', superseded_at = $2, version = version + 1 WHERE id = ANY($1::uuid[])`,
      [stale, ctx.clock.now()],
    );
  }
  const made = await tx.insert(
    agreements,
    fresh
      .filter(({ mobility }) => !newest.has(mobility.id))
      .map(({ mobility, number }) => ({
        id: tx.newId(),
        mobilityId: mobility.id,
        organisationId: mobility.sendingOrganisationId,
        number,
        createdAt: ctx.clock.now(),
      })),
  );
  const agreementIds = new Map([
    ...[...newest.values()].map((version) => [version.mobilityId, version.agreementId] as const),
    ...made.map((agreement) => [agreement.mobilityId, agreement.id] as const),
  ]);
  await tx.insert(
    agreementVersions,
    fresh.map(({ mobility, row }) => ({
      id: tx.newId(),
      agreementId: agreementIds.get(mobility.id) ?? '',
      mobilityId: mobility.id,
      number: (newest.get(mobility.id)?.number ?? 0) + 1,
      status: 'draft' as const,
      reason: newest.has(mobility.id) ? 'The placement has changed.' : null,
      createdBy: ctx.personId,
      createdAt: ctx.clock.now(),
      version: 1,
      ...row,
    })),
  );
  if (drafts.length > 0) await renewDrafts(tx, drafts, newest);
}

async function renewDrafts(tx: Tx, drafts: readonly Composed[], newest: ReadonlyMap<string, VersionRow>) {
  await tx.db.query(
    `UPDATE agreement_version v SET content = r.content, content_hash = r."contentHash",
       required_parties = ARRAY(SELECT jsonb_array_elements_text(r."requiredParties")), company_id = r."companyId",
       host_organisation_id = r."hostOrganisationId", has_supporting = r."hasSupporting", adult_on = r."adultOn",
       version = v.version + 1
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, content jsonb, "contentHash" text, "requiredParties" jsonb,
       "companyId" uuid, "hostOrganisationId" uuid, "hasSupporting" boolean, "adultOn" date)
     WHERE v.id = r.id AND v.status = 'draft'`,
    [JSON.stringify(drafts.map(({ mobility, row }) => ({ id: newest.get(mobility.id)?.id, ...row })))],
  );
}

/**
 * Composes the agreements of a flow, or of these mobilities, from the facts as they stand. What cannot be composed is
 * named with its reason; the rest is composed. The number of statements does not depend on how many there are.
 */
export async function composeAgreements(ctx: Ctx, input: ComposeWish): Promise<LearningBulkResult> {
  const { unitKeys, hoursPerWeek } = validate(wish, { unitKeys: input.unitKeys, hoursPerWeek: input.hoursPerWeek });
  return write(ctx, policy.learning.compose, async (tx) => {
    const wanted = await loadWhich(tx, input);
    const newest = await newestVersions(
      tx,
      wanted.map(({ id }) => id),
    );
    const refused = wanted.flatMap(
      (mobility) => obstacle(mobility, newest.get(mobility.id), input.again ?? false) ?? [],
    );
    const ready = wanted.filter(({ id }) => !refused.some(({ mobilityId }) => mobilityId === id));
    if (ready.length === 0) return { done: [], refused };
    const facts = await loadFacts(tx, ready);
    const chosen = unitKeys ? await catalogueUnits(tx, ctx.organisationId, unitKeys) : null;
    const occupations = [...new Set([...facts.participants.values()].map(({ occupation }) => occupation))];
    const own = chosen ? [] : await ownUnitsFor(tx.db, ctx.organisationId, occupations);
    const sources = { facts, chosen, own, hoursPerWeek: hoursPerWeek ?? USUAL_HOURS, today: ctx.actor.today };
    const composed = ready.flatMap((mobility) => composeOne(mobility, sources) ?? []);
    await store(tx, composed, newest);
    await tx.events(
      composed.map(({ mobility, row }) => ({
        type: 'agreement.composed',
        subjectType: 'agreement',
        subjectId: mobility.id,
        ...about(mobility),
        after: {
          contentHash: row.contentHash,
          units: row.content.units.map((unit) => unit.key),
          signers: signersOf(row),
        },
      })),
    );
    return { done: composed.map(({ mobility }) => mobility.id), refused };
  });
}
