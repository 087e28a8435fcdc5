import { type Audience, policy, type Rule } from '@softmob/access';
import { type Ctx, DomainError, illegalState, notFound, type Tx, validate, write } from '@softmob/api-kit';
import { actorName } from '@softmob/identity-api';
import { type AgreementAction, agreementStep, type Party, type StepNeed } from '@softmob/learning-model';
import { mobilities, type Mobility } from '@softmob/projects-api';
import { z } from 'zod';
import { findVersion } from './agreement.service';
import { type AgreementVersion, type Signature } from './agreement.entity';
import { agreementVersions, type VersionRow } from './learning.loaders';
import { signaturesOf } from './lock.service';
import { mailSigners, type SignerMail } from './signer-mails.service';
import { missingParties, signedAs, signsFor } from './signers';
import { about } from './which';

/** A version that somebody will not sign, or no longer. */
export interface CloseInput {
  readonly mobilityId: string;
  readonly versionNumber: number;
  readonly reason: string;
}

const reasonSchema = z.object({
  reason: z
    .string()
    .trim()
    .min(3, { error: 'Say why in a few words.' })
    .max(500, { error: 'Say it in 500 characters.' }),
});

interface Loaded {
  readonly mobility: Mobility;
  readonly version: AgreementVersion;
  readonly given: readonly Signature[];
}

async function load(tx: Tx, { mobilityId, versionNumber }: Omit<CloseInput, 'reason'>): Promise<Loaded> {
  const mobility = await tx.load(mobilities, mobilityId);
  const [version] = await tx.loadAll(
    agreementVersions,
    (p) => `x.mobility_id = ${p.add(mobilityId)}::uuid AND x.number = ${p.add(versionNumber)}`,
  );
  if (!version) throw notFound('agreement');
  return { mobility, version, given: await signaturesOf(tx, [version.id]) };
}

/** @throws ILLEGAL_STATE naming from where the step would be possible, or what it needs */
function assertStep(version: AgreementVersion, action: AgreementAction, met: readonly StepNeed[] = []): void {
  const step = agreementStep(version.status, action, met);
  if (!step.allowed) throw illegalState('This version is not open for signature.', step.reason, step.missing);
}

/** The party that somebody may still sign for. @throws FORBIDDEN, ILLEGAL_STATE where they have signed */
function partyAsked(audience: Audience, version: AgreementVersion, given: readonly Signature[], today: string): Party {
  const own = signsFor(audience, version);
  if (own.length === 0) {
    throw new DomainError('FORBIDDEN', 'Your signature is not asked here.', { reason: 'NOT_A_PARTY' });
  }
  const party = own.find((candidate) => missingParties(version, given, today).includes(candidate));
  if (!party) throw illegalState('You have signed: take your signature back first.', 'ALREADY_SIGNED');
  return party;
}

/** Tells everybody who stands for a party, but for whoever did it. */
function tellAll(tx: Tx, version: AgreementVersion, kind: SignerMail, facts: { by: string; reason: string }) {
  return mailSigners(tx, kind, new Map([[version.id, version.content.requiredParties]]), facts);
}

/** Closes an open version for good, says so in the history, and tells everybody concerned. */
async function close(tx: Tx, { mobility, version }: Loaded, reason: string, party: Party | null): Promise<void> {
  const status = party ? 'declined' : 'withdrawn';
  const { number, contentHash } = version;
  await tx.update(agreementVersions, version, {
    status,
    closedAt: tx.ctx.clock.now(),
    closedParty: party,
    closedReason: reason,
  });
  await tx.event({
    type: party ? `agreement.declined.${signedAs(tx.actor.audience, party)}` : 'agreement.withdrawn',
    subjectType: 'agreement',
    subjectId: mobility.id,
    ...about(mobility),
    after: { number, contentHash, reason },
  });
  await tellAll(tx, version, status, { by: await actorName(tx), reason });
}

async function closed(ctx: Ctx, rule: Rule, input: CloseInput, act: (tx: Tx, loaded: Loaded) => Promise<void>) {
  await findVersion(ctx, input.mobilityId, input.versionNumber);
  await write(ctx, rule, async (tx) => {
    await act(tx, await load(tx, input));
    return true;
  });
  return findVersion(ctx, input.mobilityId, input.versionNumber);
}

/**
 * Declines to sign, for the party that the caller is. The version is closed; one in force before stays in force.
 * @throws NOT_FOUND, FORBIDDEN, ILLEGAL_STATE, VALIDATION
 */
export function declineAgreement(ctx: Ctx, input: CloseInput): Promise<VersionRow> {
  const { reason } = validate(reasonSchema, { reason: input.reason });
  return closed(ctx, policy.learning.decline, input, async (tx, loaded) => {
    const { version, given } = loaded;
    assertStep(version, 'decline');
    await close(tx, loaded, reason, partyAsked(tx.actor.audience, version, given, tx.actor.today));
  });
}

/** Takes a version back that is open for signature; what was signed of it stays on file. @throws as declining */
export function withdrawAgreement(ctx: Ctx, input: CloseInput): Promise<VersionRow> {
  const { reason } = validate(reasonSchema, { reason: input.reason });
  return closed(ctx, policy.learning.withdraw, input, async (tx, loaded) => {
    assertStep(loaded.version, 'withdraw');
    await close(tx, loaded, reason, null);
  });
}

/**
 * Takes one's own signature back before the last one is given; the line in the history stays.
 * @throws NOT_FOUND, ILLEGAL_STATE where there is none, or the version is in force
 */
export function revokeSignature(ctx: Ctx, input: Omit<CloseInput, 'reason'>): Promise<VersionRow> {
  return closed(ctx, policy.learning.sign, { ...input, reason: '' }, async (tx, { mobility, version, given }) => {
    const parties = signsFor(tx.actor.audience, version);
    const own = given.find(({ party, personId }) => parties.includes(party) && personId === ctx.personId);
    assertStep(version, 'revoke', own ? ['OWN_SIGNATURE'] : []);
    if (!own) return;
    await tx.db.query('UPDATE signature SET revoked_at = $2 WHERE id = $1', [own.id, ctx.clock.real()]);
    await tx.event({
      type: `agreement.revoked.${signedAs(tx.actor.audience, own.party)}`,
      subjectType: 'agreement',
      subjectId: mobility.id,
      ...about(mobility),
      after: { number: version.number, contentHash: version.contentHash },
    });
    await mailSigners(tx, 'revoked', new Map([[version.id, ['sending']]]), { by: own.name });
  });
}
