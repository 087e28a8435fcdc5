import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A funded project of a school. */
@Entity('project')
export class Project {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** The school that is its beneficiary. */
  @Column({ type: 'uuid' }) organisationId!: string;
  @Column({ type: 'text' }) title!: string;
  /** KA121 or KA122. */
  @Column({ type: 'text' }) action!: string;
  @Column({ type: 'text', nullable: true }) agreementNumber!: string | null;
  @Column({ type: 'integer' }) callYear!: number;
  @Column({ type: 'date' }) startsOn!: string;
  @Column({ type: 'date' }) endsOn!: string;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @VersionColumn({ type: 'integer' }) version!: number;
}

/** Mobilities of the same activity, destination and dates. */
@Entity('flow')
export class Flow {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) projectId!: string;
  /** The school. */
  @Column({ type: 'uuid' }) organisationId!: string;
  /** Short name within the project, such as BER-1. */
  @Column({ type: 'text' }) code!: string;
  /** Code of the activity type, such as VET_SHORT. */
  @Column({ type: 'text' }) activityType!: string;
  @Column({ type: 'text' }) country!: string;
  @Column({ type: 'text' }) town!: string;
  /** Departure: the first day of the activity. */
  @Column({ type: 'date' }) startsOn!: string;
  /** Return: the last day of the activity. */
  @Column({ type: 'date' }) endsOn!: string;
  /** The host organisation that coordinates the stay. */
  @Column({ type: 'uuid', nullable: true }) hostOrganisationId!: string | null;
  /** Who stands as hosting organisation on documents: the company, or the host organisation. */
  @Column({ type: 'text' }) hostingParty!: 'company' | 'host';
  /** Key of the process template that its tasks came from. */
  @Column({ type: 'text' }) processTemplate!: string;
  /** The version of a process template that its tasks follow; null only until they are planned. */
  @Column({ type: 'uuid', nullable: true }) processTemplateVersionId!: string | null;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @VersionColumn({ type: 'integer' }) version!: number;
}

/** A teacher who goes with a flow. */
@Entity('accompanying_person')
export class AccompanyingPerson {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) flowId!: string;
  @Column({ type: 'uuid' }) organisationId!: string;
  @Column({ type: 'text' }) firstName!: string;
  @Column({ type: 'text' }) lastName!: string;
  @Column({ type: 'text' }) email!: string;
  @Column({ type: 'date' }) startsOn!: string;
  @Column({ type: 'date' }) endsOn!: string;
}

/** Somebody who may take the place of one who withdraws. */
@Entity('reserve')
export class Reserve {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) projectId!: string;
  @Column({ type: 'uuid' }) organisationId!: string;
  @Column({ type: 'uuid' }) participantId!: string;
  /** 1 is asked first. */
  @Column({ type: 'integer' }) rank!: number;
  @Column({ type: 'text' }) status!: 'waiting' | 'promoted' | 'declined';
  @Column({ type: 'uuid', nullable: true }) mobilityId!: string | null;
}
