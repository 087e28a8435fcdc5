import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** One day of a participant’s diary. */
@Entity('diary_entry')
export class DiaryEntry {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  @Column({ type: 'date' }) day!: string;
  /** Hours worked, 0 to 24. */
  @Column({ type: 'real' }) hours!: number;
  @Column({ type: 'text' }) activities!: string;
  @Column({ type: 'text' }) learned!: string;
  /** Readable for tutor, host and school. */
  @Column({ type: 'boolean' }) shared!: boolean;
  @Column({ type: 'boolean' }) sharedWithGuardian!: boolean;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz' }) updatedAt!: Date;
  @VersionColumn({ type: 'integer' }) version!: number;
}
