import { type LocalText } from '@softmob/learning-model';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** The words of a unit: what is learnt, how it is shown, by which tasks. */
export interface UnitWords {
  readonly title: LocalText;
  readonly knowledge: readonly LocalText[];
  readonly skills: readonly LocalText[];
  readonly responsibilityAndAutonomy: readonly LocalText[];
  readonly assessment: LocalText;
  readonly tasks: readonly LocalText[];
}

/** A school's own unit of learning outcomes; the shipped ones stand in the model. */
@Entity('learning_unit')
export class OwnUnit {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** The school. */
  @Column({ type: 'uuid' }) organisationId!: string;
  /** Stable: agreements and assessments refer to it. */
  @Column({ type: 'text' }) key!: string;
  /** ESCO occupation name in English. */
  @Column({ type: 'text' }) occupation!: string;
  @Column({ type: 'text' }) iscedF!: string;
  @Column({ type: 'integer' }) eqf!: number;
  /** Hours in the workplace. */
  @Column({ type: 'integer' }) hours!: number;
  @Column({ type: 'jsonb' }) words!: UnitWords;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
  @VersionColumn({ type: 'integer' }) version!: number;
}
