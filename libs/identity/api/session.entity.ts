import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed-in browser. Only a hash of its token is stored. */
@Entity('session')
export class Session {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) tokenHash!: string;
  @Column({ type: 'uuid' }) personId!: string;
  /** The one-link seat it was opened with, if any. */
  @Column({ type: 'uuid', nullable: true }) seatId!: string | null;
  @Column({ type: 'text' }) portal!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz' }) expiresAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
  @Column({ type: 'text', nullable: true }) ip!: string | null;
  @Column({ type: 'text', nullable: true }) userAgent!: string | null;
  /** Until when the code mailed for signing counts as confirmed. */
  @Column({ type: 'timestamptz', nullable: true }) confirmedUntil!: Date | null;
}

/** A secret link by mail: to accept an invitation or to set a new password. Used once. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'uuid', nullable: true }) membershipId!: string | null;
  @Column({ type: 'text' }) purpose!: 'account' | 'password';
  @Column({ type: 'text' }) tokenHash!: string;
  @Column({ type: 'timestamptz' }) sentAt!: Date;
  @Column({ type: 'timestamptz' }) expiresAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) usedAt!: Date | null;
}

/** A one-link seat: its person's audience, narrowed to the mobilities it was made for. */
@Entity('seat')
export class Seat {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) membershipId!: string;
  @Column({ type: 'uuid', array: true }) mobilityIds!: string[];
  @Column({ type: 'text' }) tokenHash!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz' }) expiresAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) revokedAt!: Date | null;
  /** Code mailed before a signature, hashed; gone once used. */
  @Column({ type: 'text', nullable: true }) codeHash!: string | null;
  @Column({ type: 'timestamptz', nullable: true }) codeExpiresAt!: Date | null;
  @Column({ type: 'integer' }) codeTries!: number;
}
