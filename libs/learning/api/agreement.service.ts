import { policy } from '@softmob/access';
import { type Ctx, findAll, illegalState, notFound, type Tx, validate, write } from '@softmob/api-kit';
import {
  agreementContentSchema,
  type AgreementContent,
  type AgreementPatch,
  agreementStep,
  asUnit,
  planTasks,
} from '@softmob/learning-model';
import { mobilities, type Mobility } from '@softmob/projects-api';
import { z } from 'zod';
import { type AgreementVersion } from './agreement.entity';
import { catalogueUnits, newestVersions, samePlacement } from './compose.service';
import { signersOfEach } from './concerned';
import { canonicalHash } from './hash';
import { agreementVersions, type VersionRow, versionRows } from './learning.loaders';
import { lock, signaturesOf } from './lock.service';
import { missingParties } from './signers';
import { askSigners } from './signer-mails.service';
import { about, loadWhich, type Which } from './which';

const rules = policy.learning;

/** People each organisation must name before anybody signs; a second one is advised, not asked. */
export const CONTACTS_ASKED = 1;

/** One version within reach, without its content. @throws NOT_FOUND */
export async function findVersion(ctx: Ctx, mobilityId: string, number: number): Promise<VersionRow> {
  const [version] = await findAll(ctx, versionRows, {
    where: (p) => `x.mobility_id = ${p.add(mobilityId)}::uuid AND x.number = ${p.add(number)}`,
    orderBy: 'x.number',
  });
  if (!version) throw notFound('agreement');
  return version;
}

interface Edits {
  readonly patch?: AgreementPatch | null;
  readonly unitKeys?: readonly string[] | null;
}

/** Who the agreement is between and when, comes from the records; everything else may be written by hand. */
function withPatch(content: AgreementContent, patch: AgreementPatch): AgreementContent {
  const { header, requiredParties, parties, context } = content;
  const { start, end, days, activityType } = context;
  const wished = patch.parties;
  return {
    ...content,
    ...patch,
    header,
    requiredParties,
    parties: {
      participant: parties.participant,
      sending: wished?.sending ?? parties.sending,
      hosting: wished?.hosting ?? parties.hosting,
      supporting: parties.supporting === null ? null : (wished?.supporting ?? parties.supporting),
    },
    context: { ...context, ...patch.context, start, end, days, activityType },
  };
}

/** A content with its edits, checked against the schema. @throws VALIDATION naming each faulty place */
async function edited(tx: Tx, content: AgreementContent, edits: Edits): Promise<AgreementContent> {
  const patched = withPatch(content, edits.patch ?? {});
  if (!edits.unitKeys) return validate(agreementContentSchema, patched);
  const keys = validate(z.array(z.string().max(100)).min(1).max(12), edits.unitKeys);
  const catalogue = await catalogueUnits(tx, tx.ctx.organisationId, keys);
  const units = keys.flatMap((key) => {
    const kept = patched.units.find((unit) => unit.key === key);
    const found = catalogue.find((unit) => unit.key === key);
    return kept ?? (found ? asUnit(found) : []);
  });
  const { start, end, hoursPerWeek } = patched.context;
  const planned = units.map((unit) => ({
    ...unit,
    tasks: catalogue.find(({ key }) => key === unit.key)?.tasks ?? [],
  }));
  return validate(agreementContentSchema, {
    ...patched,
    units,
    tasks: planTasks({ start, end, hoursPerWeek, units: planned }),
  });
}

async function newestOf(tx: Tx, mobilityId: string): Promise<{ mobility: Mobility; version: AgreementVersion }> {
  const mobility = await tx.load(mobilities, mobilityId);
  const newest = (await newestVersions(tx, [mobilityId])).get(mobilityId);
  if (!newest) throw notFound('agreement');
  return { mobility, version: await tx.load(agreementVersions, newest.id) };
}

/** Changes a draft. @throws CONFLICT where somebody else edited it, ILLEGAL_STATE where it is no draft any more */
export async function editAgreement(
  ctx: Ctx,
  input: Edits & { mobilityId: string; expectedVersion: number },
): Promise<VersionRow> {
  const number = await write(ctx, rules.edit, async (tx) => {
    const { mobility, version } = await newestOf(tx, input.mobilityId);
    const step = agreementStep(version.status, 'edit');
    if (!step.allowed) throw illegalState('Only a draft can be edited; amend it instead.', step.reason, step.missing);
    const content = await edited(tx, version.content, input);
    const contentHash = canonicalHash(content);
    const [requiredParties = content.requiredParties] = await signersOfEach(tx, [{ ...version, content }]);
    await tx.update(agreementVersions, version, { content, contentHash, requiredParties }, input.expectedVersion);
    if (contentHash !== version.contentHash) {
      const sections = [...Object.keys(input.patch ?? {}), ...(input.unitKeys ? ['units', 'tasks'] : [])];
      await tx.event({
        type: 'agreement.edited',
        subjectType: 'agreement',
        subjectId: mobility.id,
        ...about(mobility),
        before: { contentHash: version.contentHash },
        after: { contentHash, sections },
      });
    }
    return version.number;
  });
  return findVersion(ctx, input.mobilityId, number);
}

const reasonSchema = z.string().trim().min(3, { error: 'Say why in a few words.' }).max(500);

/**
 * Begins a new version of an agreement that is open, locked, declined or withdrawn. A locked one stays in force until
 * the new one is signed by those whom the change concerns; an open one is superseded at once. @throws ILLEGAL_STATE where a draft is there already
 */
export async function amendAgreement(
  ctx: Ctx,
  input: Edits & { mobilityId: string; reason: string },
): Promise<VersionRow> {
  const reason = validate(z.object({ reason: reasonSchema }), { reason: input.reason }).reason;
  const number = await write(ctx, rules.amend, async (tx) => {
    const { mobility, version } = await newestOf(tx, input.mobilityId);
    const step = agreementStep(version.status, 'amend');
    if (!step.allowed) throw illegalState('There is a draft already: edit it.', step.reason, step.missing);
    if (mobility.stage === 'withdrawn' || !samePlacement(mobility, version)) {
      throw illegalState('The placement has changed: compose the agreement again.', 'PLACEMENT_CHANGED');
    }
    const content = await edited(tx, version.content, input);
    const now = ctx.clock.now();
    if (version.status === 'open') {
      await tx.update(agreementVersions, version, { status: 'superseded', supersededAt: now });
    }
    const contentHash = canonicalHash(content);
    const { agreementId, mobilityId, companyId, hostOrganisationId, hasSupporting, adultOn, signingOrder } = version;
    const [requiredParties = content.requiredParties] = await signersOfEach(tx, [{ agreementId, content }]);
    await tx.insert(agreementVersions, [
      {
        ...{ agreementId, mobilityId, companyId, hostOrganisationId, hasSupporting, adultOn, signingOrder },
        ...{ id: tx.newId(), number: version.number + 1, content, contentHash, reason, requiredParties },
        status: 'draft',
        createdBy: ctx.personId,
        createdAt: now,
        version: 1,
      },
    ]);
    await tx.event({
      type: 'agreement.amended',
      subjectType: 'agreement',
      subjectId: mobility.id,
      ...about(mobility),
      before: { number: version.number, contentHash: version.contentHash },
      after: { number: version.number + 1, contentHash, reason },
    });
    return version.number + 1;
  });
  return findVersion(ctx, input.mobilityId, number);
}

/** A guardian's signature is not asked any more from the eighteenth birthday on: what then is complete comes into force. */
async function lockWhereNobodyIsMissing(tx: Tx, current: readonly Mobility[], open: readonly VersionRow[]) {
  const given = await signaturesOf(
    tx,
    open.map(({ id }) => id),
  );
  const complete = open.filter((version) => {
    const own = given.filter(({ versionId }) => versionId === version.id);
    return missingParties(version, own, tx.actor.today).length === 0;
  });
  await lock(
    tx,
    complete.flatMap((version) => {
      const mobility = current.find(({ id }) => id === version.mobilityId);
      return mobility ? [{ mobility, version }] : [];
    }),
  );
}

/** Reminds whoever has not signed yet, and nobody else. */
export async function remindSigners(ctx: Ctx, which: Which): Promise<{ reminded: number }> {
  return write(ctx, rules.remind, async (tx) => {
    const wanted = await loadWhich(tx, which);
    const open = await tx.loadAll(
      versionRows,
      (p) => `x.status = 'open' AND x.mobility_id = ANY(${p.add(wanted.map(({ id }) => id))}::uuid[])`,
    );
    const current = wanted.filter(({ stage }) => stage !== 'withdrawn');
    const waiting = open.filter((version) =>
      current.some((mobility) => mobility.id === version.mobilityId && samePlacement(mobility, version)),
    );
    await lockWhereNobodyIsMissing(tx, current, waiting);
    const reminded = await askSigners(tx, waiting, 'remind');
    await tx.events(
      current
        .filter(({ id }) => waiting.some(({ mobilityId }) => mobilityId === id))
        .map((mobility) => ({
          type: 'agreement.reminded',
          subjectType: 'agreement',
          subjectId: mobility.id,
          ...about(mobility),
        })),
    );
    return { reminded };
  });
}
