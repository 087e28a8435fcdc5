import { type AttendanceStatus } from '@softmob/monitoring-model';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A company tutor’s report on one week. */
@Entity('tutor_report')
export class TutorReport {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  /** The company that reports: its own days, where another one had the learner before. */
  @Column({ type: 'uuid' }) companyId!: string;
  /** Monday. */
  @Column({ type: 'date' }) weekStart!: string;
  /** 1 (needs help) to 4 (excellent). */
  @Column({ type: 'integer' }) progress!: number;
  /** 1 (needs help) to 4 (excellent). */
  @Column({ type: 'integer' }) attitude!: number;
  @Column({ type: 'text' }) comment!: string;
  @Column({ type: 'text', nullable: true }) concerns!: string | null;
  @Column({ type: 'uuid' }) writtenById!: string;
  @Column({ type: 'timestamptz' }) submittedAt!: Date;
  @VersionColumn({ type: 'integer' }) version!: number;
}

/** Whether a learner was there on one day. */
@Entity('attendance')
export class Attendance {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  @Column({ type: 'date' }) day!: string;
  @Column({ type: 'text' }) status!: AttendanceStatus;
  /** Hours of presence; 0 for every other status. */
  @Column({ type: 'real' }) hours!: number;
  @Column({ type: 'uuid' }) recordedById!: string;
  @Column({ type: 'timestamptz' }) recordedAt!: Date;
}
