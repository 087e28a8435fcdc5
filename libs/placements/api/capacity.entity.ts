import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** How many learners of an occupation a company takes at the same time, for a period or always. */
@Entity('capacity')
export class Capacity {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) companyId!: string;
  /** The host organisation that hands these places out; null where the company deals with schools directly. */
  @Column({ type: 'uuid', nullable: true }) hostOrganisationId!: string | null;
  /** ESCO label in English. */
  @Column({ type: 'text' }) occupation!: string;
  @Column({ type: 'integer' }) places!: number;
  /** First day on which the places are there; null: since always. */
  @Column({ type: 'date', nullable: true }) startsOn!: string | null;
  /** Last day on which the places are there; null: for good. */
  @Column({ type: 'date', nullable: true }) endsOn!: string | null;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @VersionColumn({ type: 'integer' }) version!: number;
}
