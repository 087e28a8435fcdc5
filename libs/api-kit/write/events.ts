import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of the append-only history: the audit, and what tasks, notices and webhooks stand on. */
@Entity('event')
export class DomainEvent {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** `noun.verb-in-past`, such as `placement.confirmed`. */
  @Column({ type: 'text' }) type!: string;
  @Column({ type: 'text' }) subjectType!: string;
  @Column({ type: 'uuid' }) subjectId!: string;
  /** The school whose history this belongs to, if any. */
  @Column({ type: 'uuid', nullable: true }) organisationId!: string | null;
  @Column({ type: 'uuid', nullable: true }) flowId!: string | null;
  @Column({ type: 'uuid', nullable: true }) mobilityId!: string | null;
  @Column({ type: 'uuid', nullable: true }) actorPersonId!: string | null;
  @Column({ type: 'uuid', nullable: true }) actorMembershipId!: string | null;
  @Column({ type: 'text' }) audience!: string;
  @Column({ type: 'text', nullable: true }) ip!: string | null;
  /** Business time. */
  @Column({ type: 'timestamptz' }) at!: Date;
  /** Real time. */
  @Column({ type: 'timestamptz' }) recordedAt!: Date;
  /** What the subject was, secrets masked. */
  @Column({ type: 'jsonb', nullable: true }) before!: Record<string, unknown> | null;
  /** What it became, or the facts of the event. */
  @Column({ type: 'jsonb', nullable: true }) after!: Record<string, unknown> | null;
}
