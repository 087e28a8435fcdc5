import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Audience } from '@softmob/access';

/** What a person is to an organisation; its role is the audience its requests act as. */
@Entity('membership')
export class Membership {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) personId!: string;
  /** School, host or company; for participants and guardians their school; null for the operator. */
  @Column({ type: 'uuid', nullable: true }) organisationId!: string | null;
  @Column({ type: 'text' }) role!: Audience;
  /** What the person is there: "tutor", "head of mobility". */
  @Column({ type: 'text', nullable: true }) title!: string | null;
  @Column({ type: 'text', nullable: true }) phone!: string | null;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) endedAt!: Date | null;
}
