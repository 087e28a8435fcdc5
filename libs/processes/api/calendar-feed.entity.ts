import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A secret address under which a calendar programme reads the tasks of one membership. */
@Entity('calendar_feed')
export class CalendarFeed {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) membershipId!: string;
  /** Only the hash: who reads the database cannot read the calendar. */
  @Column({ type: 'text' }) secretHash!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
  /** When a programme last asked for it. */
  @Column({ type: 'timestamptz', nullable: true }) readAt!: Date | null;
  /** What it held when it was last asked for, and since when. */
  @Column({ type: 'text', nullable: true }) contentHash!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) changedAt!: Date | null;
}
