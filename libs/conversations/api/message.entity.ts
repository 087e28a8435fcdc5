import { type ThumbnailState } from '@softmob/documents-api';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** Something that somebody wrote. What was changed or taken back is kept in its versions, which nobody reads here. */
@Entity('message')
export class Message {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) threadId!: string;
  @Column({ type: 'uuid' }) schoolId!: string;
  @Column({ type: 'uuid', nullable: true }) mobilityId!: string | null;
  @Column({ type: 'uuid' }) senderMembershipId!: string;
  @Column({ type: 'text' }) body!: string;
  /** The memberships that are mentioned. */
  @Column({ type: 'uuid', array: true }) mentionIds!: string[];
  /** The message to a whole flow of which it is a copy. */
  @Column({ type: 'uuid', nullable: true }) broadcastId!: string | null;
  /** Business time. */
  @Column({ type: 'timestamptz' }) sentAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) editedAt!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) removedAt!: Date | null;
  @VersionColumn({ type: 'integer' }) version!: number;
}

/** To whom a message was delivered, and when they read it. */
@Entity('message_taker')
export class MessageTaker {
  @PrimaryColumn({ type: 'uuid' }) messageId!: string;
  @PrimaryColumn({ type: 'uuid' }) membershipId!: string;
  @Column({ type: 'uuid' }) threadId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'timestamptz', nullable: true }) readAt!: Date | null;
}

/** What a message said before it was changed or taken back. */
@Entity('message_version')
export class MessageVersion {
  @PrimaryColumn({ type: 'uuid' }) messageId!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'text' }) body!: string;
  @Column({ type: 'timestamptz' }) replacedAt!: Date;
}

/** A file of a message, or one that waits to be sent. Copies of a message to a flow share the bytes. */
@Entity('message_file')
export class MessageFile {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid', nullable: true }) messageId!: string | null;
  /** Who uploaded it. */
  @Column({ type: 'uuid' }) membershipId!: string;
  @Column({ type: 'text' }) fileName!: string;
  @Column({ type: 'text' }) mime!: string;
  /** Bytes. */
  @Column({ type: 'integer' }) size!: number;
  @Column({ type: 'text' }) sha256!: string;
  @Column({ type: 'text' }) storageKey!: string;
  /** Whether a small picture lies beside the file: `none` where the file cannot be drawn. */
  @Column({ type: 'text' }) thumbnail!: ThumbnailState;
  /** The message to a flow that it was given to, whose copies have files of their own. */
  @Column({ type: 'uuid', nullable: true }) broadcastId!: string | null;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
