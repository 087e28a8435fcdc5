import { type DocumentKindKey, type ShippedTemplate, type TemplateContent } from '@softmob/paperwork-model';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A template from which documents are issued: shipped with the product, or a school's own. */
@Entity('document_template')
export class DocumentTemplateRow {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** The school; null for one that is shipped. */
  @Column({ type: 'uuid', nullable: true }) organisationId!: string | null;
  @Column({ type: 'text' }) key!: string;
  @Column({ type: 'text' }) kind!: DocumentKindKey;
  @Column({ type: 'text' }) nameEn!: string;
  @Column({ type: 'text' }) nameIt!: string;
  /** How far a shipped one's fields were confirmed; null for a school's. */
  @Column({ type: 'text', nullable: true }) basis!: ShippedTemplate['basis'] | null;
  /** What is not published yet; null where the newest version is all there is. */
  @Column({ type: 'jsonb', nullable: true }) draft!: TemplateContent | null;
  @Column({ type: 'uuid', nullable: true }) copiedFromId!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) archivedAt!: Date | null;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @VersionColumn({ type: 'integer' }) version!: number;
}

/** What a template was when it was published: the database refuses every change of it. */
@Entity('document_template_version')
export class DocumentTemplateVersion {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) templateId!: string;
  /** 1, 2, 3 … within the template. */
  @Column({ type: 'integer' }) number!: number;
  @Column({ type: 'jsonb' }) content!: TemplateContent;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'timestamptz' }) publishedAt!: Date;
  /** Null for one that is shipped. */
  @Column({ type: 'uuid', nullable: true }) publishedByPersonId!: string | null;
}
