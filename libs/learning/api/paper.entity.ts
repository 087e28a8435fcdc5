import { type Party } from '@softmob/learning-model';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** `uploaded` waits for the school; `verified` counts as a signature; `returned` does not. */
export type PaperStatus = 'uploaded' | 'verified' | 'returned';

/** The scan of a signature that a party gave on paper. */
@Entity('paper_signature')
export class PaperSignature {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) versionId!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  @Column({ type: 'text' }) party!: Party;
  /** Whose hand it is. */
  @Column({ type: 'text' }) signerName!: string;
  /** The day that stands beside the signature. */
  @Column({ type: 'date' }) signedOn!: string;
  @Column({ type: 'text' }) fileName!: string;
  @Column({ type: 'text' }) mime!: string;
  /** Bytes. */
  @Column({ type: 'integer' }) size!: number;
  @Column({ type: 'text' }) sha256!: string;
  @Column({ type: 'text' }) storageKey!: string;
  @Column({ type: 'text' }) status!: PaperStatus;
  /** Why it was sent back. */
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'uuid' }) uploadedById!: string;
  @Column({ type: 'timestamptz' }) uploadedAt!: Date;
  @Column({ type: 'uuid', nullable: true }) reviewedById!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) reviewedAt!: Date | null;
  @VersionColumn({ type: 'integer' }) version!: number;
}
