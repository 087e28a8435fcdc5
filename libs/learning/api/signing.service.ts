import { type Audience, policy } from '@softmob/access';
import {
  conflict,
  type Ctx,
  DomainError,
  explainConstraint,
  illegalState,
  invalid,
  notFound,
  type Tx,
  validate,
  write,
} from '@softmob/api-kit';
import { actorName, confirmSeat } from '@softmob/identity-api';
import { type Locale, type Party, type SigningObstacle, signingObstacle, textIn } from '@softmob/learning-model';
import { mobilities, type Mobility } from '@softmob/projects-api';
import { z } from 'zod';
import { type AgreementVersion, type Signature } from './agreement.entity';
import { type ReadAgreement, type SignAgreementInput, type SignatureMarkInput } from './agreement.inputs';
import { type LearningBulkResult } from './agreement.type';
import { findVersion } from './agreement.service';
import { refusal, samePlacement } from './compose.service';
import { canonicalHash } from './hash';
import { agreementVersions, signatures, type VersionRow } from './learning.loaders';
import { lock, signaturesOf } from './lock.service';
import { type Mark, markOf } from './mark';
import { mailSigners } from './signer-mails.service';
import { beforeParty, inTurn, isMinorNow, missingParties, signedAs, signsFor } from './signers';
import { statementOf } from './statement';
import { about, MOST_AT_ONCE } from './which';

explainConstraint('signature_once', 'ALREADY_SIGNED', 'This party has signed already.');

/** A signature that can be given. */
interface Ready {
  readonly mobility: Mobility;
  readonly version: AgreementVersion;
  readonly party: Party;
  readonly given: readonly Signature[];
}

type Obstacle = SigningObstacle | 'PLACEMENT_CHANGED' | 'WITHDRAWN';
const WHY: Record<Obstacle, string> = {
  NOT_A_PARTY: 'Your signature is not asked here.',
  ALREADY_SIGNED: 'This party has signed already.',
  NOT_OPEN: 'This version is not open for signature.',
  NOT_A_MINOR: 'The participant is of age: no guardian signs any more.',
  CONTENT_CHANGED: 'The agreement has changed since you read it. Read it again before you sign.',
  PLACEMENT_CHANGED: 'The placement has changed: wait for the new version.',
  WITHDRAWN: 'This learner has withdrawn.',
  NOT_YOUR_TURN: 'Somebody else signs before you. You will be told when it is your turn.',
};

/** The error that says why somebody cannot sign. */
function refusalError(obstacle: Obstacle): DomainError {
  if (obstacle === 'CONTENT_CHANGED' || obstacle === 'ALREADY_SIGNED') return conflict(WHY[obstacle], obstacle);
  if (obstacle === 'NOT_A_PARTY') return new DomainError('FORBIDDEN', WHY[obstacle], { reason: obstacle });
  return illegalState(WHY[obstacle], obstacle);
}

function judge(
  actor: { audience: Audience; today: string },
  mobility: Mobility,
  version: AgreementVersion,
  given: readonly Signature[],
  readHash: string,
): { party: Party } | Obstacle {
  const parties = signsFor(actor.audience, version);
  const party = parties.find((asked) => !given.some((signature) => signature.party === asked)) ?? parties[0];
  if (!party) return 'NOT_A_PARTY';
  if (mobility.stage === 'withdrawn') return 'WITHDRAWN';
  const obstacle = signingObstacle({
    audience: actor.audience,
    party,
    content: { ...version.content, requiredParties: version.requiredParties },
    status: version.status,
    signatures: given.map((signature) => ({ party: signature.party, hash: signature.contentHash })),
    minorNow: isMinorNow(version, actor.today),
    hash: version.contentHash,
    readHash,
    before: beforeParty(party, version, given, actor.today),
  });
  if (obstacle) return obstacle;
  if (!samePlacement(mobility, version)) return 'PLACEMENT_CHANGED';
  if (canonicalHash(version.content) !== version.contentHash)
    throw new Error(`Content of ${version.id} is not what was hashed`);
  return { party };
}

/** Writes signatures, locks what is complete by them, and tells those whose turn it then is; all in bulk. */
async function give(tx: Tx, ready: readonly Ready[], method: Signature['method'], mark: Mark | null): Promise<void> {
  const { ctx } = tx;
  const name = await actorName(tx);
  const locale = ctx.request.locale as Locale;
  const made = await tx.insert(
    signatures,
    ready.map(({ version, party }) => ({
      id: tx.newId(),
      versionId: version.id,
      mobilityId: version.mobilityId,
      party,
      personId: ctx.personId,
      name,
      signedAt: ctx.clock.now(),
      recordedAt: ctx.clock.real(),
      contentHash: version.contentHash,
      method,
      ip: ctx.request.ip,
      statement: textIn(statementOf(party, version.number), locale),
      markKind: mark?.kind ?? null,
      mark: mark?.value ?? null,
    })),
  );
  await tx.events(
    ready.map(({ mobility, version, party }) => ({
      type: `agreement.signed.${signedAs(ctx.actor.audience, party)}`,
      subjectType: 'agreement',
      subjectId: mobility.id,
      ...about(mobility),
      after: { number: version.number, contentHash: version.contentHash, method },
    })),
  );
  await afterSignatures(
    tx,
    ready.map((one) => ({
      ...one,
      all: [...one.given, ...made.filter(({ versionId }) => versionId === one.version.id)],
    })),
  );
}

interface Signed extends Pick<Ready, 'mobility' | 'version' | 'given'> {
  /** The signatures given before, and the new one. */
  readonly all: readonly Signature[];
}

/** Locks what is complete; where there is an order, those whose turn it has become are asked. */
export async function afterSignatures(tx: Tx, signed: readonly Signed[]): Promise<void> {
  const { today } = tx.actor;
  const complete = signed.filter(({ version, all }) => missingParties(version, all, today).length === 0);
  await lock(tx, complete);
  const next = signed
    .filter((one) => one.version.signingOrder !== null && !complete.includes(one))
    .map(({ version, given, all }) => {
      const before = inTurn(version, given, today);
      return [version.id, inTurn(version, all, today).filter((party) => !before.includes(party))] as const;
    })
    .filter(([, parties]) => parties.length > 0);
  await mailSigners(tx, 'sign', new Map(next));
}

function assertAccepted(accepted: boolean): void {
  if (!accepted) throw invalid('accepted', 'NOT_ACCEPTED', 'Accept the statement before you sign.');
}

/**
 * Signs one version for the party that the caller is. Whoever comes by a one-link seat confirms by a mailed code.
 * @throws NOT_FOUND, CONFLICT (changed since it was read, or signed already), ILLEGAL_STATE, VALIDATION (code)
 */
export async function signAgreement(ctx: Ctx, input: SignAgreementInput): Promise<VersionRow> {
  assertAccepted(input.accepted);
  const mark = markOf(input.mark);
  const { mobilityId, versionNumber } = input;
  await findVersion(ctx, mobilityId, versionNumber);
  const method = await confirmSeat(ctx, input.code);
  await write(ctx, policy.learning.sign, async (tx) => {
    const mobility = await tx.load(mobilities, mobilityId);
    const [version] = await tx.loadAll(
      agreementVersions,
      (p) => `x.mobility_id = ${p.add(mobilityId)}::uuid AND x.number = ${p.add(versionNumber)}`,
    );
    if (!version) throw notFound('agreement');
    const given = await signaturesOf(tx, [version.id]);
    const judged = judge(ctx.actor, mobility, version, given, input.contentHash);
    if (typeof judged === 'string') throw refusalError(judged);
    await give(tx, [{ mobility, version, given, ...judged }], method, mark);
    return true;
  });
  return findVersion(ctx, mobilityId, versionNumber);
}

const many = z
  .array(z.object({ mobilityId: z.uuid(), versionNumber: z.int(), contentHash: z.string() }))
  .min(1)
  .max(MOST_AT_ONCE);

/** Signs many agreements at once; those that cannot be signed are named, the others are signed. */
export async function signAgreements(
  ctx: Ctx,
  input: { agreements: readonly ReadAgreement[]; accepted: boolean; mark?: SignatureMarkInput | null },
): Promise<LearningBulkResult> {
  assertAccepted(input.accepted);
  const mark = markOf(input.mark);
  const read = new Map(
    validate(z.object({ agreements: many }), { agreements: input.agreements }).agreements.map((entry) => [
      entry.mobilityId,
      entry,
    ]),
  );
  return write(ctx, policy.learning.signMany, async (tx) => {
    const wanted = await tx.loadMany(mobilities, [...read.keys()]);
    const versions = await tx.loadAll(
      agreementVersions,
      (p) =>
        `(x.mobility_id, x.number) IN (SELECT r."mobilityId", r."versionNumber" FROM jsonb_to_recordset(${p.add(JSON.stringify([...read.values()]))}::jsonb) AS r("mobilityId" uuid, "versionNumber" integer))`,
    );
    const given = await signaturesOf(
      tx,
      versions.map(({ id }) => id),
    );
    const ready: Ready[] = [];
    const refused = wanted.flatMap((mobility) => {
      const version = versions.find(({ mobilityId }) => mobilityId === mobility.id);
      if (!version) return refusal(mobility.id, 'NOT_OPEN', WHY.NOT_OPEN);
      const own = given.filter(({ versionId }) => versionId === version.id);
      const judged = judge(ctx.actor, mobility, version, own, read.get(mobility.id)?.contentHash ?? '');
      if (typeof judged === 'string') return refusal(mobility.id, judged, WHY[judged]);
      ready.push({ mobility, version, given: own, ...judged });
      return [];
    });
    if (ready.length > 0) await give(tx, ready, 'password', mark);
    return { done: ready.map(({ mobility }) => mobility.id), refused };
  });
}
