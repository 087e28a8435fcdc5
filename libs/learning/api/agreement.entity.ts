import {
  type AgreementContent,
  type AgreementStatus,
  type Party,
  type SignatureMarkKind,
} from '@softmob/learning-model';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** The learning agreement of a mobility: its number, and the versions below it. */
@Entity('agreement')
export class Agreement {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  /** The school. */
  @Column({ type: 'uuid' }) organisationId!: string;
  @Column({ type: 'text' }) number!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}

/** One version: a snapshot of everything that is agreed, frozen once it is open for signature. */
@Entity('agreement_version')
export class AgreementVersion {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) agreementId!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  @Column({ type: 'integer' }) number!: number;
  @Column({ type: 'jsonb' }) content!: AgreementContent;
  /** SHA-256 (hex) of the canonical content. */
  @Column({ type: 'text' }) contentHash!: string;
  @Column({ type: 'text' }) status!: AgreementStatus;
  @Column({ type: 'text', array: true }) requiredParties!: Party[];
  /** The company and the host of this version: a later placement has its own. */
  @Column({ type: 'uuid' }) companyId!: string;
  @Column({ type: 'uuid', nullable: true }) hostOrganisationId!: string | null;
  /** Whether the host is named beside the company; false where one of the two stands alone. */
  @Column({ type: 'boolean' }) hasSupporting!: boolean;
  /** The participant's eighteenth birthday: from then on no guardian is asked. */
  @Column({ type: 'date' }) adultOn!: string;
  /** Why this version came after another; null for the first. */
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) openedAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) lockedAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) supersededAt!: Date | null;
  /** In which order the parties sign; null where any order will do. */
  @Column({ type: 'text', array: true, nullable: true }) signingOrder!: Party[] | null;
  /** When a party declined it or the school withdrew it, which party it was, and why. */
  @Column({ type: 'timestamptz', nullable: true }) closedAt!: Date | null;
  @Column({ type: 'text', nullable: true }) closedParty!: Party | null;
  @Column({ type: 'text', nullable: true }) closedReason!: string | null;
  @VersionColumn({ type: 'integer' }) version!: number;
}

/** Who signed what, when and how. Append-only, but for the moment at which it was taken back. */
@Entity('signature')
export class Signature {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) versionId!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  @Column({ type: 'text' }) party!: Party;
  @Column({ type: 'uuid' }) personId!: string;
  /** The name at the time of signing. */
  @Column({ type: 'text' }) name!: string;
  /** Business time. */
  @Column({ type: 'timestamptz' }) signedAt!: Date;
  /** Real time. */
  @Column({ type: 'timestamptz' }) recordedAt!: Date;
  @Column({ type: 'text' }) contentHash!: string;
  @Column({ type: 'text' }) method!: SignatureMethod;
  @Column({ type: 'text' }) ip!: string;
  /** The statement that was accepted, word for word. */
  @Column({ type: 'text' }) statement!: string;
  @Column({ type: 'text', nullable: true }) markKind!: SignatureMarkKind | null;
  /** The name as typed, or the strokes as SVG path data. */
  @Column({ type: 'text', nullable: true }) mark!: string | null;
  /** Who compared a signature on paper with its scan. */
  @Column({ type: 'text', nullable: true }) checkedBy!: string | null;
  /** Real time at which the signer took it back, before the last signature. */
  @Column({ type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
}

/** Signed in with an own account, by a personal link and a mailed code, or on paper with a scan that was checked. */
export type SignatureMethod = 'password' | 'seat-code' | 'paper';
