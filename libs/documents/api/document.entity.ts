import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { type ThumbnailState } from './thumbnail/thumbnail';

/** What a document is for. */
export const DOCUMENT_KINDS = ['identity', 'ehic', 'insurance', 'travel', 'consent', 'other'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
/** `replaced` is what was taken back or followed by a newer file: history. */
export type DocumentStatus = 'uploaded' | 'verified' | 'returned' | 'replaced';

/** One uploaded file of a mobility; the bytes lie in the data directory under the storage key. */
@Entity('document')
export class Document {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  @Column({ type: 'text' }) kind!: DocumentKind;
  /** Safe to show and to save under; the storage never uses it. */
  @Column({ type: 'text' }) fileName!: string;
  /** Found in the bytes, whatever the sender declared. */
  @Column({ type: 'text' }) mime!: string;
  /** Bytes. */
  @Column({ type: 'integer' }) size!: number;
  /** SHA-256 of the bytes, hexadecimal. */
  @Column({ type: 'text' }) sha256!: string;
  @Column({ type: 'text' }) storageKey!: string;
  @Column({ type: 'date', nullable: true }) expiresOn!: string | null;
  @Column({ type: 'boolean' }) forHost!: boolean;
  @Column({ type: 'text' }) status!: DocumentStatus;
  /** Why it was sent back. */
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ type: 'uuid' }) uploadedById!: string;
  @Column({ type: 'timestamptz' }) uploadedAt!: Date;
  /** Who verified it or sent it back, and when. */
  @Column({ type: 'uuid', nullable: true }) reviewedById!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) reviewedAt!: Date | null;
  /** Whether a small picture lies beside the file: `none` where the file cannot be drawn. */
  @Column({ type: 'text' }) thumbnail!: ThumbnailState;
  /** The day on which the family was told that it runs out before the return. */
  @Column({ type: 'date', nullable: true }) expiryToldOn!: string | null;
  @VersionColumn({ type: 'integer' }) version!: number;
}
