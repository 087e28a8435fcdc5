import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** One step of a process that somebody has to take: of one mobility, or of a whole flow. */
@Entity('task')
export class Task {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** The school. */
  @Column({ type: 'uuid' }) organisationId!: string;
  @Column({ type: 'uuid' }) flowId!: string;
  /** Null where the task belongs to the flow as a whole. */
  @Column({ type: 'uuid', nullable: true }) mobilityId!: string | null;
  /** Key of the step in the process template that the flow follows. */
  @Column({ type: 'text' }) stepKey!: string;
  @Column({ type: 'text' }) titleEn!: string;
  @Column({ type: 'text' }) titleIt!: string;
  @Column({ type: 'text' }) phase!: string;
  /** The audience that holds it. */
  @Column({ type: 'text' }) role!: string;
  @Column({ type: 'text' }) dueAnchor!: 'departure' | 'return';
  @Column({ type: 'integer' }) dueOffset!: number;
  @Column({ type: 'date' }) dueOn!: string;
  /** The type of domain event that closes it by itself. */
  @Column({ type: 'text', nullable: true }) closesOn!: string | null;
  /** Keys of the steps that come before it. */
  @Column({ type: 'text', array: true }) needs!: string[];
  @Column({ type: 'timestamptz', nullable: true }) doneAt!: Date | null;
  @Column({ type: 'uuid', nullable: true }) doneByPersonId!: string | null;
  @Column({ type: 'text', nullable: true }) doneHow!: 'event' | 'hand' | null;
  @Column({ type: 'timestamptz', nullable: true }) cancelledAt!: Date | null;
  /** Whom of those who hold it it was given to; null where it is for all of them. */
  @Column({ type: 'uuid', nullable: true }) assigneePersonId!: string | null;
  /** Put off until this day: until then it leaves its holders' lists and reminders, not the radar. */
  @Column({ type: 'date', nullable: true }) snoozedUntil!: string | null;
  @Column({ type: 'text', nullable: true }) snoozeReason!: string | null;
  /** The due day for which it was brought before the coordinator; another due day may bring it there once more. */
  @Column({ type: 'date', nullable: true }) escalatedFor!: string | null;
  @VersionColumn({ type: 'integer' }) version!: number;
}
