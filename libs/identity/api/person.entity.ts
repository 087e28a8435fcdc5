import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A human being with one e-mail address, whatever they are to how many organisations. */
@Entity('person')
export class Person {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Lower-cased; unique over all people. */
  @Column({ type: 'text' }) email!: string;
  @Column({ type: 'text' }) displayName!: string;
  /** Language of e-mails and screens: `en` or `it`. */
  @Column({ type: 'text' }) locale!: string;
  /** argon2id; null until the invitation was accepted. */
  @Column({ type: 'text', nullable: true }) passwordHash!: string | null;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @VersionColumn({ type: 'integer' }) version!: number;
}
