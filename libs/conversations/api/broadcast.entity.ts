import { type Audience } from '@softmob/access';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One message to everybody of a flow: each learner's copy stands in a conversation of their own. */
@Entity('broadcast')
export class Broadcast {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) flowId!: string;
  @Column({ type: 'uuid' }) schoolId!: string;
  /** The sender. */
  @Column({ type: 'uuid' }) membershipId!: string;
  @Column({ type: 'text', array: true }) circle!: Audience[];
  @Column({ type: 'text' }) body!: string;
  /** Learners. */
  @Column({ type: 'integer' }) total!: number;
  @Column({ type: 'integer' }) done!: number;
  /** The learners up to this one are served, in the order of their ids. */
  @Column({ type: 'uuid', nullable: true }) cursor!: string | null;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}
