import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A learner (or member of staff) as their school knows them: the personal data, once, for all their mobilities. */
@Entity('participant')
export class Participant {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** The school. */
  @Column({ type: 'uuid' }) organisationId!: string;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'uuid', nullable: true }) guardianPersonId!: string | null;
  @Column({ type: 'text' }) kind!: 'learner' | 'staff';
  @Column({ type: 'text', nullable: true }) studentNumber!: string | null;
  @Column({ type: 'text' }) firstName!: string;
  @Column({ type: 'text' }) lastName!: string;
  @Column({ type: 'text' }) email!: string;
  @Column({ type: 'text', nullable: true }) phone!: string | null;
  @Column({ type: 'date' }) birthDate!: string;
  /** The eighteenth birthday, from which on nobody acts for the participant. */
  @Column({ type: 'date' }) adultOn!: string;
  @Column({ type: 'text', nullable: true }) gender!: string | null;
  @Column({ type: 'text', nullable: true }) nationality!: string | null;
  @Column({ type: 'text', nullable: true }) street!: string | null;
  @Column({ type: 'text', nullable: true }) postcode!: string | null;
  @Column({ type: 'text', nullable: true }) town!: string | null;
  @Column({ type: 'text', nullable: true }) className!: string | null;
  @Column({ type: 'text', nullable: true }) qualification!: string | null;
  /** ISCED-F 2013 code, four digits. */
  @Column({ type: 'text', nullable: true }) iscedF!: string | null;
  @Column({ type: 'integer', nullable: true }) eqfLevel!: number | null;
  /** ESCO label in English. */
  @Column({ type: 'text' }) occupation!: string;
  @Column({ type: 'text', nullable: true }) mainLanguage!: string | null;
  /** CEFR. */
  @Column({ type: 'text', nullable: true }) languageLevel!: string | null;
  @Column({ type: 'text', nullable: true }) diet!: string | null;
  @Column({ type: 'text', nullable: true }) healthNotes!: string | null;
  @Column({ type: 'boolean' }) healthReleasedToHost!: boolean;
  @Column({ type: 'boolean' }) healthReleasedToTeachers!: boolean;
  @Column({ type: 'boolean' }) fewerOpportunities!: boolean;
  @Column({ type: 'text', nullable: true }) fewerOpportunitiesReason!: string | null;
  @Column({ type: 'text', nullable: true }) emergencyContact!: string | null;
  @Column({ type: 'text', nullable: true }) emergencyPhone!: string | null;
  @Column({ type: 'text', nullable: true }) guardianName!: string | null;
  @Column({ type: 'text', nullable: true }) guardianEmail!: string | null;
  @Column({ type: 'text', nullable: true }) guardianPhone!: string | null;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @VersionColumn({ type: 'integer' }) version!: number;
}
