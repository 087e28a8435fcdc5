import { type Audience } from '@softmob/access';
import { type PlacementStatus } from '@softmob/placements-model';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** One learner's stay at a company, from the request on. What was declined, cancelled or ended early stays as history. */
@Entity('placement')
export class Placement {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  @Column({ type: 'uuid' }) flowId!: string;
  @Column({ type: 'uuid' }) sendingOrganisationId!: string;
  /** Who answers; null where the school deals with the company directly. */
  @Column({ type: 'uuid', nullable: true }) hostOrganisationId!: string | null;
  /** The places it takes one of; null while no company is chosen. */
  @Column({ type: 'uuid', nullable: true }) capacityId!: string | null;
  @Column({ type: 'uuid', nullable: true }) companyId!: string | null;
  @Column({ type: 'uuid', nullable: true }) tutorPersonId!: string | null;
  @Column({ type: 'uuid' }) participantId!: string;
  @Column({ type: 'date' }) startsOn!: string;
  @Column({ type: 'date' }) endsOn!: string;
  @Column({ type: 'text' }) status!: PlacementStatus;
  /** Why it was declined, cancelled or ended early. */
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  /** Who chose the company. */
  @Column({ type: 'text', nullable: true }) proposedBy!: Audience | null;
  @Column({ type: 'timestamptz' }) requestedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) proposedAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) confirmedAt!: Date | null;
  /** When it was declined, cancelled or ended early; the last day at the company is `endsOn`. */
  @Column({ type: 'timestamptz', nullable: true }) endedAt!: Date | null;
  @VersionColumn({ type: 'integer' }) version!: number;
}
