import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An e-mail as a slice asks for it; the words come from its template in the reader's language. */
export interface OutgoingMail {
  readonly recipient: string;
  readonly recipientName: string;
  readonly template: string;
  readonly locale: string;
  readonly data: Readonly<Record<string, string | number | null>>;
  readonly organisationId: string | null;
  /** The mobilities it speaks of: who came by a one-link seat is told of no other. */
  readonly mobilityIds?: readonly string[];
  /** Where the same thing stands in the portal when the e-mail has a secret link or none: `/company/learners`. */
  readonly page?: string;
}

/** A queued or sent e-mail. Its data (links among it) is wiped once it has been sent. */
@Entity('mail')
export class Mail {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) recipient!: string;
  @Column({ type: 'text' }) recipientName!: string;
  @Column({ type: 'text' }) template!: string;
  @Column({ type: 'text' }) locale!: string;
  @Column({ type: 'jsonb' }) data!: Record<string, string | number | null>;
  @Column({ type: 'uuid', nullable: true }) organisationId!: string | null;
  @Column({ type: 'timestamptz' }) queuedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) sentAt!: Date | null;
  /** The Message-ID under which it went out: a repeated try keeps it. */
  @Column({ type: 'text', nullable: true }) messageId!: string | null;
  /** `once`: goes by itself; `digest`: waits for the next digest, and counts as sent with it. */
  @Column({ type: 'text' }) delivery!: 'once' | 'digest';
  /** When its last byte was about to leave: from here on only the receiving server knows whether it has it. */
  @Column({ type: 'timestamptz', nullable: true }) sendingAt!: Date | null;
  /** `refused`: for good, by the receiving server; `unclear`: nobody here can know whether it arrived. */
  @Column({ type: 'text', nullable: true }) stuck!: 'refused' | 'unclear' | null;
  @Column({ type: 'timestamptz', nullable: true }) stuckAt!: Date | null;
  /** What the receiving server said, made safe. */
  @Column({ type: 'text', nullable: true }) answer!: string | null;
  /** What the operator made of a stuck one. */
  @Column({ type: 'text', nullable: true }) settledAs!: 'arrived' | 'given-up' | null;
  @Column({ type: 'timestamptz', nullable: true }) settledAt!: Date | null;
}

/** What lies in the local outbox while no SMTP server is set, under the id of its mail: none can lie there twice. */
@Entity('outbox_message')
export class OutboxMessage {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) recipient!: string;
  @Column({ type: 'text' }) subject!: string;
  /** The whole message as it would have gone over the wire (RFC 5322). */
  @Column({ type: 'text' }) raw!: string;
  @Column({ type: 'text' }) html!: string;
  @Column({ type: 'text' }) text!: string;
  @Column({ type: 'timestamptz' }) sentAt!: Date;
}
