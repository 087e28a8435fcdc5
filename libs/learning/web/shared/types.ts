import { type AgreementContent, type LocalText } from '@softmob/learning-model';

/** A text in both languages, as it comes over the wire. */
export type Words = Pick<LocalText, 'en' | 'it'>;

export interface SignatureView {
  id: string;
  party: string;
  name: string;
  signedAt: string;
}

export interface ChangeView {
  path: string;
  label: Words;
  before: Words | null;
  after: Words | null;
}

/** What every portal asks of a version to read and sign it. */
export interface VersionView {
  id: string;
  number: number;
  status: string;
  requiredParties: string[];
  missingParties: string[];
  contentHash: string;
  reason: string | null;
  lockedAt: string | null;
  mySignature: string | null;
  statement: Words | null;
  signatures: SignatureView[];
  content: AgreementContent | null;
  withheld: string[];
  changes: ChangeView[] | null;
}

/** What is sent to sign a version. */
export interface SignInput {
  mobilityId: string;
  versionNumber: number;
  contentHash: string;
  accepted: boolean;
  code?: string;
}

export interface RatingView {
  outcomeKey: string;
  attainment: string;
  comment: string | null;
}

export interface OutcomeView {
  key: string;
  unitKey: string;
  unitTitle: Words;
  kind: string;
  text: Words;
  dueWeek: number;
  state: string | null;
  midterm: RatingView | null;
  final: RatingView | null;
  self: RatingView | null;
}
