import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** Whether somebody goes. */
@Entity('departure_decision')
export class DepartureDecision {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  @Column({ type: 'uuid' }) flowId!: string;
  /** The school. */
  @Column({ type: 'uuid' }) organisationId!: string;
  @Column({ type: 'text' }) decision!: 'go' | 'no-go';
  /** Always there for a no-go, and for a go while something was missing. */
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  /** Keys of the steps that were missing. */
  @Column({ type: 'text', array: true }) missing!: string[];
  @Column({ type: 'timestamptz' }) decidedAt!: Date;
  @Column({ type: 'uuid' }) decidedByPersonId!: string;
  @VersionColumn({ type: 'integer' }) version!: number;
}
