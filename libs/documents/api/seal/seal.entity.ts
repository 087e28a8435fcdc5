import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The key by which an organisation seals; a retired one is kept, because its seals stay. */
@Entity('seal_key')
export class SealKey {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) organisationId!: string;
  /** Made here and certified by itself, or brought in a file. */
  @Column({ type: 'text' }) origin!: 'made' | 'brought';
  /** PEM. */
  @Column({ type: 'text' }) certificate!: string;
  /** Certificates above it, PEM, the issuer first. */
  @Column({ type: 'text', array: true }) chain!: string[];
  /** The private key, encrypted under the server's secret, base64. */
  @Column({ type: 'text' }) lockedKey!: string;
  @Column({ type: 'text' }) subject!: string;
  @Column({ type: 'text' }) issuer!: string;
  /** Such as "RSA 3072". */
  @Column({ type: 'text' }) algorithm!: string;
  /** SHA-256 of the certificate, hexadecimal. */
  @Column({ type: 'text' }) fingerprint!: string;
  @Column({ type: 'timestamptz' }) validFrom!: Date;
  @Column({ type: 'timestamptz' }) validUntil!: Date;
  /** Null where the house made it by itself at the first seal. */
  @Column({ type: 'uuid', nullable: true }) createdBy!: string | null;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) retiredAt!: Date | null;
}

/** A sealed PDF as it was made, byte for byte; there is one of each thing that was signed. */
@Entity('sealed_file')
export class SealedFile {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) kind!: SealedKind;
  /** What was sealed, such as a version of an agreement. */
  @Column({ type: 'uuid' }) subjectId!: string;
  @Column({ type: 'uuid' }) organisationId!: string;
  @Column({ type: 'uuid' }) sealKeyId!: string;
  @Column({ type: 'text' }) storageKey!: string;
  /** SHA-256 of the bytes, hexadecimal. */
  @Column({ type: 'text' }) sha256!: string;
  /** Bytes. */
  @Column({ type: 'integer' }) size!: number;
  /** The secret part of the address that proves it; null for what was sealed before there was one. */
  @Column({ type: 'text', nullable: true }) token!: string | null;
  /** Real time. */
  @Column({ type: 'timestamptz' }) sealedAt!: Date;
}

/** What is sealed. */
export type SealedKind = 'agreement';
