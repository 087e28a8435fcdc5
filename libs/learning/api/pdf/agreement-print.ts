import {
  type AgreementChange,
  type AgreementStatus,
  type Locale,
  type Party,
  type SignatureMarkKind,
} from '@softmob/learning-model';

/**
 * How somebody signed: signed in with their own account, by a personal link confirmed with a mailed code, or on paper
 * with a scan that the school has checked.
 */
export type SignatureMethod = 'account' | 'mailCode' | 'paper';

export interface PrintedSignature {
  readonly party: Party;
  /** The person who signed. */
  readonly name: string;
  readonly signedAt: Date;
  readonly method: SignatureMethod;
  /** SHA-256 (hex) of the content that they signed. */
  readonly hash: string;
  /** Who compared a signature on paper with its scan. */
  readonly checkedBy: string | null;
  /** The name as typed, or strokes as path data. */
  readonly mark: { readonly kind: SignatureMarkKind; readonly value: string } | null;
  /** Real time. */
  readonly recordedAt: Date;
  /** From where it was given. */
  readonly ip: string;
  /** The statement that was accepted, word for word. */
  readonly statement: string;
}

/** What a printed agreement says beside its content. */
export interface AgreementPrint {
  readonly version: number;
  readonly status: AgreementStatus;
  readonly signatures: readonly PrintedSignature[];
  /** The version that this one replaces, and when that was locked. */
  readonly supersedes?: { readonly version: number; readonly lockedAt: Date } | null;
  /** What changed against it, for the first page of an amendment. */
  readonly changes?: readonly AgreementChange[];
  /** SHA-256 (hex) of the whole content, also where the reader's copy leaves something out. */
  readonly hash: string;
  readonly locale: Locale;
  /** A fixed moment of this version (made, or last signed): the same input gives the same bytes. */
  readonly createdAt: Date;
  /** Paths that the reader's copy leaves out; a note then says so. */
  readonly withheld?: readonly string[];
  /** Who signs this version; those of the content where absent. An amendment asks only those whom it concerns. */
  readonly signers?: readonly Party[];
  /** Whether the audit page is attached: who signed how, when and from where. */
  readonly audit?: {
    /** Address of the page that says whether this document is genuine. */
    readonly proof: string;
  };
  /** IANA time zone in which moments are printed; Europe/Brussels where absent. */
  readonly timeZone?: string;
}
