import { type MailTopic } from '@softmob/api-kit';
import { type PortalKey } from '@softmob/access';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person is told in the portal: the words of an e-mail's template, with the e-mail's own id. */
@Entity('notification')
export class Notification {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) personId!: string;
  /** The membership it is meant for; null for whichever the person has in the portal. */
  @Column({ type: 'uuid', nullable: true }) membershipId!: string | null;
  @Column({ type: 'text', nullable: true }) portal!: PortalKey | null;
  @Column({ type: 'text' }) topic!: MailTopic;
  @Column({ type: 'text' }) template!: string;
  /** What the template is filled with; secret links are taken out. */
  @Column({ type: 'jsonb' }) data!: Record<string, string | number | null>;
  /** Path within the portal, with its leading slash. */
  @Column({ type: 'text', nullable: true }) link!: string | null;
  @Column({ type: 'uuid', array: true }) mobilityIds!: string[];
  /** Business time. */
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) readAt!: Date | null;
}

/** How a person wants their e-mails. */
@Entity('mail_preference')
export class MailPreference {
  @PrimaryColumn({ type: 'uuid' }) personId!: string;
  @Column({ type: 'jsonb' }) deliveries!: Record<string, 'once' | 'digest' | 'off'>;
  /** HH:MM; both or none. */
  @Column({ type: 'text', nullable: true }) quietFrom!: string | null;
  @Column({ type: 'text', nullable: true }) quietUntil!: string | null;
  /** IANA name. */
  @Column({ type: 'text' }) timeZone!: string;
}
