import { type ColumnMapping, type ImportKind } from '@softmob/participants-model';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** What came of bringing a file in. */
export interface ImportReceipt {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows that stayed out: faulty ones, and changes that were not accepted. */
  readonly waiting: number;
  readonly flowsCreated: number;
}

/** A file on its way in. Its rows are dropped once all of them are in. */
@Entity('import_batch')
export class ImportBatch {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Who brings it in. */
  @Column({ type: 'uuid' }) organisationId!: string;
  @Column({ type: 'uuid', nullable: true }) projectId!: string | null;
  @Column({ type: 'text' }) kind!: ImportKind;
  @Column({ type: 'text' }) fileName!: string;
  @Column({ type: 'text' }) fileKind!: 'csv' | 'xlsx';
  @Column({ type: 'text' }) encoding!: string;
  @Column({ type: 'text', nullable: true }) separator!: string | null;
  @Column({ type: 'jsonb' }) headers!: string[];
  /** Row of the spreadsheet that holds the headers. */
  @Column({ type: 'integer' }) headerRow!: number;
  /** Row of the spreadsheet of each entry of `rows`. */
  @Column({ type: 'jsonb' }) rowNumbers!: number[];
  @Column({ type: 'jsonb' }) rows!: string[][];
  @Column({ type: 'jsonb' }) mapping!: ColumnMapping;
  @Column({ type: 'jsonb', nullable: true }) receipt!: ImportReceipt | null;
  @Column({ type: 'uuid' }) createdBy!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) appliedAt!: Date | null;
  @VersionColumn({ type: 'integer' }) version!: number;
}
