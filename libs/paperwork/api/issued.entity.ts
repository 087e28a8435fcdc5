import { type Locale } from '@softmob/learning-model';
import { type DocumentKindKey, type ResolvedSheet } from '@softmob/paperwork-model';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** One wish to issue documents of a version: for one, for a selection, for a flow. */
@Entity('document_run')
export class DocumentRun {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) organisationId!: string;
  @Column({ type: 'uuid', nullable: true }) flowId!: string | null;
  @Column({ type: 'uuid' }) versionId!: string;
  @Column({ type: 'text' }) kind!: DocumentKindKey;
  @Column({ type: 'text' }) language!: Locale;
  @Column({ type: 'text' }) status!: 'running' | 'done';
  @Column({ type: 'uuid' }) requestedBy!: string;
  @Column({ type: 'timestamptz' }) requestedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
  /** What made the house begin it by itself; null where a person did. One run for each cause. */
  @Column({ type: 'text', nullable: true }) cause!: string | null;
}

/** Why no document could be made: facts are missing, the subject is out of reach, or the page could not be laid out. */
export type FailureCode = 'MISSING' | 'GONE' | 'LAYOUT';

/** One subject of a run: it gets one document, however often the run's job is begun. */
@Entity('document_run_item')
export class DocumentRunItem {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) runId!: string;
  @Column({ type: 'integer' }) position!: number;
  /** A mobility, an accompanying person or a flow, as the kind says. */
  @Column({ type: 'uuid' }) subjectId!: string;
  @Column({ type: 'uuid', nullable: true }) mobilityId!: string | null;
  @Column({ type: 'text' }) state!: 'waiting' | 'issued' | 'failed';
  @Column({ type: 'text', nullable: true }) code!: FailureCode | null;
  /** Paths of the placeholders for which nothing is known. */
  @Column({ type: 'text', array: true }) missing!: string[];
  @Column({ type: 'uuid', nullable: true }) documentId!: string | null;
}

/** A document as it was issued. What it says, its number and its bytes never change; only its state moves on. */
@Entity('issued_document')
export class IssuedDocument {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) organisationId!: string;
  @Column({ type: 'uuid' }) runId!: string;
  @Column({ type: 'uuid' }) versionId!: string;
  @Column({ type: 'text' }) kind!: DocumentKindKey;
  @Column({ type: 'text' }) language!: Locale;
  @Column({ type: 'uuid' }) subjectId!: string;
  @Column({ type: 'uuid' }) flowId!: string;
  @Column({ type: 'uuid', nullable: true }) mobilityId!: string | null;
  @Column({ type: 'uuid', nullable: true }) hostOrganisationId!: string | null;
  @Column({ type: 'text' }) number!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'jsonb' }) content!: ResolvedSheet;
  /** The secret part of the address that proves it. */
  @Column({ type: 'text' }) token!: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  @Column({ type: 'text' }) sha256!: string;
  @Column({ type: 'integer' }) size!: number;
  @Column({ type: 'text' }) mime!: string;
  @Column({ type: 'text' }) fileName!: string;
  @Column({ type: 'boolean' }) forParticipant!: boolean;
  @Column({ type: 'boolean' }) forHost!: boolean;
  @Column({ type: 'text' }) status!: 'valid' | 'replaced' | 'withdrawn';
  /** Business date that it bears. */
  @Column({ type: 'date' }) issuedOn!: string;
  @Column({ type: 'uuid' }) issuedBy!: string;
  @Column({ type: 'timestamptz' }) issuedAt!: Date;
  @Column({ type: 'uuid', nullable: true }) replacedById!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) withdrawnAt!: Date | null;
  @Column({ type: 'uuid', nullable: true }) withdrawnBy!: string | null;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @VersionColumn({ type: 'integer' }) version!: number;
}
