import { type Audience } from '@softmob/access';
import { type ThreadKind } from '@softmob/conversations-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A conversation: what it is about, and which roles take part beside the school's coordinators. */
@Entity('thread')
export class Thread {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) kind!: ThreadKind;
  @Column({ type: 'uuid' }) schoolId!: string;
  /** The mobility, placement, flow or organisation. */
  @Column({ type: 'uuid' }) subjectId!: string;
  @Column({ type: 'uuid', nullable: true }) mobilityId!: string | null;
  @Column({ type: 'uuid', nullable: true }) flowId!: string | null;
  @Column({ type: 'uuid', nullable: true }) organisationId!: string | null;
  @Column({ type: 'text', array: true }) circle!: Audience[];
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'uuid', nullable: true }) lastMessageId!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) lastAt!: Date | null;
}

/** The newest message that a membership got of a conversation: whoever left stays at theirs. */
@Entity('thread_member')
export class ThreadMember {
  @PrimaryColumn({ type: 'uuid' }) threadId!: string;
  @PrimaryColumn({ type: 'uuid' }) membershipId!: string;
  @Column({ type: 'uuid' }) lastMessageId!: string;
  @Column({ type: 'timestamptz' }) lastAt!: Date;
}
