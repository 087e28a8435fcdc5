import { type Audience } from '@softmob/access';
import { type AgreementContent, type Party, PARTIES } from './agreement-content';
import { type AgreementStatus } from './agreement-status';

/** What a flow says about its agreements. */
export interface AgreementSettings {
  /** The company (where the learning takes place) signs as hosting organisation. */
  readonly companySigns: boolean;
  /** The host organisation (which coordinates the stay) signs as supporting organisation. */
  readonly hostSigns: boolean;
}

/** Company and host both sign, as the demo school asks. */
const DEFAULT_AGREEMENT_SETTINGS: AgreementSettings = { companySigns: true, hostSigns: true };

export interface RequiredPartiesInput {
  /** Under 18 now or at departure. */
  readonly minor: boolean;
  /** False where company and host organisation are one: it then signs once, as hosting. */
  readonly hasSupporting: boolean;
  readonly settings?: AgreementSettings;
}

/**
 * Who must sign, in the order of the signature block: always participant and school, the guardian of a minor, and
 * company and host as the flow says. One of the two signs in any case, since an agreement without a host is none.
 */
export function requiredParties({ minor, hasSupporting, settings }: RequiredPartiesInput): Party[] {
  const { companySigns, hostSigns } = settings ?? DEFAULT_AGREEMENT_SETTINGS;
  const supporting = hasSupporting && hostSigns;
  const asked: Record<Party, boolean> = {
    participant: true,
    guardian: minor,
    sending: true,
    hosting: companySigns || !supporting,
    supporting,
  };
  return PARTIES.filter((party) => asked[party]);
}

/** What is kept of a signature. */
export interface SignatureFact {
  readonly party: Party;
  /** SHA-256 (hex) of the canonical content that was signed. */
  readonly hash: string;
}

/**
 * The required parties as they stand today. A guardian acts only for a minor: from the eighteenth birthday on their
 * signature is no longer asked, unless they have given it.
 */
export function requiredNow(
  required: readonly Party[],
  signatures: readonly SignatureFact[],
  minorNow: boolean,
): Party[] {
  return required.filter(
    (party) => party !== 'guardian' || minorNow || signatures.some((signature) => signature.party === 'guardian'),
  );
}

/** The required parties who have not signed. */
export function unsigned(required: readonly Party[], signatures: readonly SignatureFact[]): Party[] {
  return required.filter((party) => !signatures.some((signature) => signature.party === party));
}

/** True when every required party has signed, and all of them the same content. */
export function isComplete(required: readonly Party[], signatures: readonly SignatureFact[]): boolean {
  return unsigned(required, signatures).length === 0 && new Set(signatures.map(({ hash }) => hash)).size === 1;
}

const PARTY_OF: Partial<Record<Audience, readonly Party[]>> = {
  participant: ['participant'],
  guardian: ['guardian'],
  sendingCoordinator: ['sending'],
  companyTutor: ['hosting'],
  hostCoordinator: ['supporting'],
};

/**
 * The parties for which somebody of an audience signs this content. A host organisation signs as supporting, or as
 * hosting where it is itself the workplace and no supporting organisation is named.
 */
export function partiesOf(audience: Audience, content: Pick<AgreementContent, 'parties' | 'requiredParties'>): Party[] {
  const hostIsHosting = audience === 'hostCoordinator' && content.parties.supporting === null;
  const asked = hostIsHosting ? (['hosting'] as const) : (PARTY_OF[audience] ?? []);
  return asked.filter((party) => content.requiredParties.includes(party));
}

export const SIGNING_OBSTACLES = [
  'NOT_OPEN',
  'NOT_A_PARTY',
  'ALREADY_SIGNED',
  'NOT_A_MINOR',
  'CONTENT_CHANGED',
  'NOT_YOUR_TURN',
] as const;
export type SigningObstacle = (typeof SIGNING_OBSTACLES)[number];

export interface SigningQuestion {
  readonly audience: Audience;
  readonly party: Party;
  readonly content: Pick<AgreementContent, 'parties' | 'requiredParties'>;
  readonly status: AgreementStatus;
  readonly signatures: readonly SignatureFact[];
  /** Under 18 on the business date of signing. */
  readonly minorNow: boolean;
  /** Hash of the content as it stands. */
  readonly hash: string;
  /** Hash of the content the signer has read, as their screen sent it. */
  readonly readHash: string;
  /** Who has to sign before, where there is an order. */
  readonly before: readonly Party[];
}

/** Why this person may not sign for this party now; null when they may. Whose learner it is, is settled by reach. */
export function signingObstacle(question: SigningQuestion): SigningObstacle | null {
  const { audience, party, content, status, signatures, minorNow, hash, readHash } = question;
  if (!partiesOf(audience, content).includes(party)) return 'NOT_A_PARTY';
  if (signatures.some((signature) => signature.party === party)) return 'ALREADY_SIGNED';
  if (status !== 'open') return 'NOT_OPEN';
  if (party === 'guardian' && !minorNow) return 'NOT_A_MINOR';
  if (hash !== readHash) return 'CONTENT_CHANGED';
  return question.before.length > 0 ? 'NOT_YOUR_TURN' : null;
}
