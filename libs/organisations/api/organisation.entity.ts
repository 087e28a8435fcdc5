import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A school that sends, an organisation that hosts (coordinates stays), or a company in which one learns. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) kind!: 'school' | 'host' | 'company';
  @Column({ type: 'text' }) name!: string;
  /** Organisation ID of the EU's register, E########; unique where known. */
  @Column({ type: 'text', nullable: true }) oid!: string | null;
  /** ISO 3166-1 alpha-2. */
  @Column({ type: 'text' }) country!: string;
  @Column({ type: 'text' }) town!: string;
  @Column({ type: 'text', nullable: true }) postcode!: string | null;
  @Column({ type: 'text', nullable: true }) street!: string | null;
  @Column({ type: 'text', nullable: true }) email!: string | null;
  @Column({ type: 'text', nullable: true }) phone!: string | null;
  /** The host organisation that works with this company. */
  @Column({ type: 'uuid', nullable: true }) managerId!: string | null;
  /** The organisation that entered this one. */
  @Column({ type: 'uuid', nullable: true }) ownerId!: string | null;
  /** How long a host keeps a learner's contact data after the stay, in days. */
  @Column({ type: 'integer' }) retentionDays!: number;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @VersionColumn({ type: 'integer' }) version!: number;
}

/** A school and a host that work together. */
@Entity('partnership')
export class Partnership {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) sendingId!: string;
  @Column({ type: 'uuid' }) hostId!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}
