import { type ProcessStep } from '@softmob/processes-model';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A process that flows may follow: shipped with the product, or a school's own. */
@Entity('process_template')
export class ProcessTemplateRow {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** The school; null for one that is shipped. */
  @Column({ type: 'uuid', nullable: true }) organisationId!: string | null;
  /** By which flows name it: a word for a shipped one, its id for a school's. */
  @Column({ type: 'text' }) key!: string;
  @Column({ type: 'text' }) nameEn!: string;
  @Column({ type: 'text' }) nameIt!: string;
  /** Codes of the activity types for which it is offered first. */
  @Column({ type: 'text', array: true }) activityTypes!: string[];
  @Column({ type: 'boolean' }) sharedWithPartners!: boolean;
  /** Steps that are not published yet; null where the newest version is all there is. */
  @Column({ type: 'jsonb', nullable: true }) draft!: ProcessStep[] | null;
  @Column({ type: 'uuid', nullable: true }) copiedFromId!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) archivedAt!: Date | null;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @VersionColumn({ type: 'integer' }) version!: number;
}

/** What a template was when it was published: the database refuses every change of it. */
@Entity('process_template_version')
export class ProcessTemplateVersion {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) templateId!: string;
  /** 1, 2, 3 … within the template. */
  @Column({ type: 'integer' }) number!: number;
  @Column({ type: 'jsonb' }) steps!: ProcessStep[];
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'timestamptz' }) publishedAt!: Date;
  /** Null for one that is shipped. */
  @Column({ type: 'uuid', nullable: true }) publishedByPersonId!: string | null;
}
