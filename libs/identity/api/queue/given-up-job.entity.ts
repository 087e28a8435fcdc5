import { source } from '@softmob/api-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A job that the operator gave up: what is left of it once it has left the queue. */
@Entity('given_up_job')
export class GivenUpJob {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'text', nullable: true }) subjectType!: string | null;
  @Column({ type: 'text', nullable: true }) subjectId!: string | null;
  @Column({ type: 'integer' }) attempts!: number;
  /** The last error, made safe. */
  @Column({ type: 'text', nullable: true }) error!: string | null;
  @Column({ type: 'timestamptz' }) queuedAt!: Date;
  @Column({ type: 'text' }) reason!: string;
  @Column({ type: 'timestamptz' }) givenUpAt!: Date;
  @Column({ type: 'uuid', nullable: true }) personId!: string | null;
}

/** The operator alone reads it, by the rule of its query. */
export const givenUpJobs = source(GivenUpJob, { name: 'given_up_job', reach: null });
