import { type Stage } from '@softmob/access';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/**
 * One person's mobility. The columns that rules and reach read (who sends, hosts, teaches, guards, and the stage) stand
 * here, so that a policy decision never needs a second table.
 */
@Entity('mobility')
export class Mobility {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) projectId!: string;
  @Column({ type: 'uuid' }) flowId!: string;
  @Column({ type: 'uuid' }) sendingOrganisationId!: string;
  @Column({ type: 'uuid' }) participantId!: string;
  @Column({ type: 'uuid' }) participantPersonId!: string;
  @Column({ type: 'uuid', nullable: true }) guardianPersonId!: string | null;
  /** The participant's eighteenth birthday. */
  @Column({ type: 'date' }) adultOn!: string;
  /** "Last, First" folded for sorting and search. */
  @Column({ type: 'text' }) sortName!: string;
  @Column({ type: 'text' }) stage!: Stage;
  @Column({ type: 'date' }) startsOn!: string;
  @Column({ type: 'date' }) endsOn!: string;
  /** Set by the placement. */
  @Column({ type: 'uuid', nullable: true }) hostOrganisationId!: string | null;
  @Column({ type: 'uuid', nullable: true }) companyId!: string | null;
  @Column({ type: 'uuid', nullable: true }) tutorPersonId!: string | null;
  /** The company that could not go on, its tutor, and the day from which that tutor sees the learner no more. */
  @Column({ type: 'uuid', nullable: true }) formerCompanyId!: string | null;
  @Column({ type: 'uuid', nullable: true }) formerTutorPersonId!: string | null;
  @Column({ type: 'date', nullable: true }) formerAccessUntil!: string | null;
  /** Until when the host keeps the learner's contact data. */
  @Column({ type: 'date' }) hostAccessUntil!: string;
  /** Identifier of the Beneficiary Module, once it gave one. */
  @Column({ type: 'text', nullable: true }) bmId!: string | null;
  @Column({ type: 'boolean' }) greenTravel!: boolean;
  @Column({ type: 'date', nullable: true }) arrivedOn!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) finalAssessedAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) recognisedAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) withdrawnAt!: Date | null;
  @Column({ type: 'text', nullable: true }) withdrawnReason!: string | null;
  /** The mobility whose place this one took. */
  @Column({ type: 'uuid', nullable: true }) replacesId!: string | null;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @VersionColumn({ type: 'integer' }) version!: number;
}
