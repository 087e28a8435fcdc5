import {
  type Attainment,
  type EuropassMobilityContent,
  type RecognitionResult,
  type UnitAssessment,
  type UnitRecognition,
} from '@softmob/learning-model';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

export const ASSESSMENT_KINDS = ['midterm', 'final', 'self'] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];

/** One outcome as somebody judged it. */
export interface OutcomeRating {
  readonly outcomeKey: string;
  readonly attainment: Attainment;
  readonly comment: string | null;
}

/** A look at every outcome: the tutor's at mid-term and at the end, the learner's own. Unfinished while not submitted. */
@Entity('assessment')
export class Assessment {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  /** The agreement version whose outcomes were judged. */
  @Column({ type: 'uuid' }) versionId!: string;
  @Column({ type: 'text' }) kind!: AssessmentKind;
  @Column({ type: 'jsonb' }) outcomes!: readonly OutcomeRating[];
  @Column({ type: 'text', nullable: true }) comment!: string | null;
  /** Week of the stay on the day of submitting, 1 for the first. */
  @Column({ type: 'integer', nullable: true }) week!: number | null;
  /** How many outcomes are at risk, at mid-term. */
  @Column({ type: 'integer', nullable: true }) atRisk!: number | null;
  /** Result by unit, of the final assessment. */
  @Column({ type: 'jsonb', nullable: true }) units!: readonly UnitAssessment[] | null;
  /** Italian school grade in tenths over all units, of the final assessment. */
  @Column({ type: 'integer', nullable: true }) grade!: number | null;
  @Column({ type: 'uuid' }) personId!: string;
  @Column({ type: 'text' }) assessorName!: string;
  @Column({ type: 'timestamptz' }) savedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) submittedAt!: Date | null;
  @VersionColumn({ type: 'integer' }) version!: number;
}

/** What the school grants for what was learnt. */
@Entity('recognition')
export class Recognition {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  @Column({ type: 'text' }) result!: RecognitionResult;
  @Column({ type: 'jsonb' }) units!: readonly UnitRecognition[];
  /** Credit points, where the school uses them. */
  @Column({ type: 'integer', nullable: true }) credits!: number | null;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'uuid' }) decidedBy!: string;
  @Column({ type: 'text' }) deciderName!: string;
  @Column({ type: 'timestamptz' }) decidedAt!: Date;
}

/** A certificate as it was issued; a later one of the same kind leaves it standing. */
@Entity('certificate')
export class Certificate {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  /** The school that issued it. */
  @Column({ type: 'uuid' }) organisationId!: string;
  @Column({ type: 'text' }) kind!: 'europass';
  /** Unique in the issuing school. */
  @Column({ type: 'text' }) number!: string;
  @Column({ type: 'jsonb' }) content!: EuropassMobilityContent;
  /** SHA-256 (hex) of the content. */
  @Column({ type: 'text' }) contentHash!: string;
  @Column({ type: 'uuid' }) issuedBy!: string;
  @Column({ type: 'timestamptz' }) issuedAt!: Date;
}
