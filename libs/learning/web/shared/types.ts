import { type FormErrors } from '@softmob/portal-kit';
import { type AgreementContent, type LocalText } from '@softmob/learning-model';

/** A text in both languages, as it comes over the wire. */
export type Words = Pick<LocalText, 'en' | 'it'>;

export interface SignatureView {
  id: string;
  party: string;
  name: string;
  signedAt: string;
  method: string;
  markKind: string | null;
  mark: string | null;
  checkedBy: string | null;
}

/** The scan of a signature on paper, as its sender and the school see it. */
export interface PaperView {
  id: string;
  party: string;
  signerName: string;
  signedOn: string;
  status: string;
  reason: string | null;
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
  sealedAt: string | null;
  signingOrder: string[] | null;
  signsAfter: string[];
  mayRevoke: boolean;
  mayDecline: boolean;
  closedParty: string | null;
  closedReason: string | null;
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
  mark: { kind: string; value: string };
}

/** Something that is sent, as `useSubmit` gives it. */
export interface Act<Variables> {
  submit: (variables: Variables) => Promise<unknown>;
  saving: boolean;
  errors: FormErrors | null;
}

/** What somebody may do with a version besides signing it. */
export interface VersionActs {
  decline: Act<{ input: { mobilityId: string; versionNumber: number; reason: string } }>;
  revoke: Act<{ mobilityId: string; versionNumber: number }>;
  /** Scans that this person sent, newest first. */
  papers: readonly PaperView[];
  reload: () => void;
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
