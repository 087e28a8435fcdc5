import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that is sent in parts; what has arrived lies under its id in the data folder, and its length says how far it is. */
@Entity('upload')
export class Upload {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Whose it is: this person, in this portal’s session, under this membership, and nobody else. */
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'uuid' }) sessionId!: string;
  @Column({ type: 'uuid', nullable: true }) membershipId!: string | null;
  /** Bytes that the whole file has. */
  @Column({ type: 'integer' }) size!: number;
  /** The file’s name as the sender told it. */
  @Column({ type: 'text' }) fileName!: string;
  @Column({ type: 'timestamptz' }) startedAt!: Date;
  /** Real time after which it is gone, complete or not. */
  @Column({ type: 'timestamptz' }) expiresAt!: Date;
  /** The route that it was handed to: an upload becomes one thing, never two. */
  @Column({ type: 'text', nullable: true }) handedTo!: string | null;
  /** What that route answered once it had taken the file in. */
  @Column({ type: 'jsonb', nullable: true }) result!: { id: string } | null;
}
