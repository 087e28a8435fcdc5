import { policy } from '@softmob/access';
import {
  type Ctx,
  DomainError,
  explainConstraint,
  findOne,
  illegalState,
  notFound,
  type Tx,
  validate,
  write,
} from '@softmob/api-kit';
import { actorName } from '@softmob/identity-api';
import { filesOf, type ReceivedFile, receiveUpload, safeFileName, type SentFile } from '@softmob/documents-api';
import { formatDay, type Locale, PARTIES, type Party, textIn } from '@softmob/learning-model';
import { mobilities, type Mobility } from '@softmob/projects-api';
import { z } from 'zod';
import { type AgreementVersion, type Signature } from './agreement.entity';
import { findVersion } from './agreement.service';
import { samePlacement } from './compose.service';
import { canonicalHash } from './hash';
import { agreementVersions, signatures, type VersionRow } from './learning.loaders';
import { signaturesOf } from './lock.service';
import { type PaperSignature } from './paper.entity';
import { paperSignatures } from './paper.loaders';
import { mailSigners } from './signer-mails.service';
import { afterSignatures } from './signing.service';
import { beforeParty, missingParties, signedForParty, signsFor } from './signers';
import { PAPER_STATEMENT } from './statement';
import { about } from './which';

const rules = policy.learning;
explainConstraint('paper_signature_pending', 'PAPER_EXISTS', 'A scan of this party waits for the school already.');

const uploadInput = (today: string) =>
  z.object({
    version: z.coerce.number().int().min(1).max(9999),
    party: z.enum(PARTIES, { error: `Name one of: ${PARTIES.join(', ')}.` }),
    signerName: z
      .string({ error: 'Write who has signed.' })
      .trim()
      .min(2, { error: 'Write who has signed.' })
      .max(200, { error: 'Write a name of 200 letters at most.' }),
    signedOn: z.iso
      .date({ error: 'A date reads yyyy-mm-dd and must exist.' })
      .refine((day) => day <= today, { error: 'This day has not come yet.', params: { code: 'IN_FUTURE' } }),
  });
type UploadInput = z.output<ReturnType<typeof uploadInput>>;

interface Loaded {
  readonly mobility: Mobility;
  readonly version: AgreementVersion;
  readonly given: readonly Signature[];
}

async function loadVersion(tx: Tx, mobilityId: string, where: { number: number } | { id: string }): Promise<Loaded> {
  const mobility = await tx.load(mobilities, mobilityId);
  const [version] = await tx.loadAll(
    agreementVersions,
    (p) =>
      `x.mobility_id = ${p.add(mobilityId)}::uuid AND ${'id' in where ? `x.id = ${p.add(where.id)}::uuid` : `x.number = ${p.add(where.number)}`}`,
  );
  if (!version) throw notFound('agreement');
  return { mobility, version, given: await signaturesOf(tx, [version.id]) };
}

/** A scan is taken for a party that is asked and has not signed. @throws FORBIDDEN for somebody else's, ILLEGAL_STATE */
function assertAsked(tx: Tx, { mobility, version, given }: Loaded, party: Party): void {
  const school = tx.actor.audience === 'sendingCoordinator';
  if (!school && !signsFor(tx.actor.audience, version).includes(party)) {
    throw new DomainError('FORBIDDEN', 'You send a scan for your own party.', { reason: 'NOT_A_PARTY' });
  }
  if (version.status !== 'open') throw illegalState('This version is not open for signature.', 'NOT_OPEN', ['open']);
  if (mobility.stage === 'withdrawn') throw illegalState('This learner has withdrawn.', 'WITHDRAWN');
  if (!samePlacement(mobility, version)) throw illegalState('The placement has changed.', 'PLACEMENT_CHANGED');
  if (!missingParties(version, given, tx.actor.today).includes(party)) {
    throw illegalState('No signature of this party is waited for.', 'ALREADY_SIGNED');
  }
}

async function record(tx: Tx, mobilityId: string, input: UploadInput, file: ReceivedFile, kept: string, name: string) {
  const loaded = await loadVersion(tx, mobilityId, { number: input.version });
  assertAsked(tx, loaded, input.party);
  const { mobility, version } = loaded;
  const { party, signerName, signedOn } = input;
  const { type, size, sha256 } = file;
  const [paper] = await tx.insert(paperSignatures, [
    {
      ...{ id: tx.newId(), versionId: version.id, mobilityId, party, signerName, signedOn },
      ...{ fileName: safeFileName(name, type, 'signature'), mime: type, size, sha256, storageKey: kept },
      ...{ status: 'uploaded' as const, uploadedById: tx.ctx.personId, uploadedAt: tx.ctx.clock.now(), version: 1 },
    },
  ]);
  if (!paper) throw notFound('paper signature');
  await tx.event({
    ...{ type: 'agreement.paper-uploaded', subjectType: 'agreement', subjectId: mobilityId, ...about(mobility) },
    after: { number: version.number, party, signerName, signedOn, sha256 },
  });
  return { id: paper.id };
}

/** What an upload says about itself. */
export interface PaperUpload extends SentFile {
  readonly mobilityId: string;
  readonly query: Readonly<Record<string, unknown>>;
}

/**
 * Takes the scan of a signature on paper in; it counts once the school has checked it. Who may send it is settled before
 * the first byte is read. @throws FORBIDDEN, NOT_FOUND, VALIDATION, TOO_LARGE, ILLEGAL_STATE, CONFLICT
 */
export async function uploadPaper(
  ctx: Ctx,
  { mobilityId, query, fileName, body }: PaperUpload,
): Promise<{ id: string }> {
  ctx.assert(rules.uploadPaper);
  const input = validate(uploadInput(ctx.actor.today), query);
  await findVersion(ctx, mobilityId, input.version);
  const { flowId, sendingOrganisationId } = await findOne(ctx, mobilities, mobilityId);
  const files = filesOf(ctx.runtime.settings);
  const file = await receiveUpload(ctx, files, body, {
    ...{ rule: rules.uploadPaper, subjectType: 'mobility', subjectId: mobilityId, mobilityId },
    ...{ organisationId: sendingOrganisationId, flowId },
  });
  try {
    return await files.keepWith(file, (storageKey, named) =>
      write(ctx, rules.uploadPaper, async (tx) => {
        const recorded = await record(tx, mobilityId, input, file, storageKey, fileName);
        named();
        return recorded;
      }),
    );
  } finally {
    await files.dropReceived(file);
  }
}

async function waiting(tx: Tx, id: string): Promise<{ paper: PaperSignature; loaded: Loaded }> {
  const paper = await tx.load(paperSignatures, id);
  if (paper.status !== 'uploaded') {
    throw illegalState('The school has decided on this scan already.', 'PAPER_DECIDED', ['uploaded']);
  }
  return { paper, loaded: await loadVersion(tx, paper.mobilityId, { id: paper.versionId }) };
}

const decided = (tx: Tx, status: 'verified' | 'returned', reason: string | null = null) => ({
  ...{ status, reason, reviewedById: tx.ctx.personId, reviewedAt: tx.ctx.clock.now() },
});

/** Gives the party's signature, as read off the paper. */
async function signOnPaper(tx: Tx, paper: PaperSignature, { mobility, version, given }: Loaded): Promise<void> {
  const { ctx } = tx;
  const checkedBy = await actorName(tx);
  const locale = ctx.request.locale as Locale;
  const { contentHash, number } = version;
  if (canonicalHash(version.content) !== contentHash)
    throw new Error(`Content of ${version.id} is not what was hashed`);
  const made = await tx.insert(signatures, [
    {
      ...{ id: tx.newId(), versionId: version.id, mobilityId: mobility.id, party: paper.party },
      ...{ personId: paper.uploadedById, name: paper.signerName, contentHash, method: 'paper' as const },
      signedAt: ctx.clock.now(),
      recordedAt: ctx.clock.real(),
      ip: ctx.request.ip,
      statement: textIn(PAPER_STATEMENT(number, formatDay(paper.signedOn, locale)), locale),
      checkedBy,
    },
  ]);
  await tx.event({
    type: `agreement.signed.${signedForParty(version, paper.party)}`,
    ...{ subjectType: 'agreement', subjectId: mobility.id, ...about(mobility) },
    after: { number, contentHash, method: 'paper', party: paper.party, signedOn: paper.signedOn },
  });
  await afterSignatures(tx, [{ mobility, version, given, all: [...given, ...made] }]);
}

/** The scan is what it says: it counts as the party's signature. @throws NOT_FOUND, ILLEGAL_STATE */
export async function verifyPaper(ctx: Ctx, id: string): Promise<VersionRow> {
  const { mobilityId, number } = await write(ctx, rules.checkPaper, async (tx) => {
    const { paper, loaded } = await waiting(tx, id);
    assertAsked(tx, loaded, paper.party);
    if (beforeParty(paper.party, loaded.version, loaded.given, tx.actor.today).length > 0) {
      throw illegalState('Somebody else signs before this party.', 'NOT_YOUR_TURN');
    }
    await tx.update(paperSignatures, paper, decided(tx, 'verified'));
    await signOnPaper(tx, paper, loaded);
    return { mobilityId: paper.mobilityId, number: loaded.version.number };
  });
  return findVersion(ctx, mobilityId, number);
}

const reasonSchema = z.object({
  reason: z.string().trim().min(3, { error: 'Say what is to be mended.' }).max(500),
});

/** Sends a scan back with a reason; the party is told. @throws NOT_FOUND, ILLEGAL_STATE, VALIDATION */
export async function returnPaper(ctx: Ctx, id: string, why: string): Promise<VersionRow> {
  const { reason } = validate(reasonSchema, { reason: why });
  const { mobilityId, number } = await write(ctx, rules.checkPaper, async (tx) => {
    const { paper, loaded } = await waiting(tx, id);
    const { version, mobility } = loaded;
    await tx.update(paperSignatures, paper, decided(tx, 'returned', reason));
    await tx.event({
      ...{ type: 'agreement.paper-returned', subjectType: 'agreement', subjectId: mobility.id, ...about(mobility) },
      after: { number: version.number, party: paper.party, reason },
    });
    await mailSigners(tx, 'returned', new Map([[version.id, [paper.party]]]), { reason });
    return { mobilityId: mobility.id, number: version.number };
  });
  return findVersion(ctx, mobilityId, number);
}

/** A scan within reach, to be delivered. @throws NOT_FOUND */
export function findPaper(ctx: Ctx, id: string): Promise<PaperSignature> {
  ctx.assert(rules.readPaper);
  return findOne(ctx, paperSignatures, id);
}
