import { type EvaluationAnswer } from '@softmob/monitoring-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a participant says of the stay, once, after the return. */
@Entity('evaluation')
export class Evaluation {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) mobilityId!: string;
  @Column({ type: 'text' }) questionnaire!: string;
  @Column({ type: 'jsonb' }) answers!: EvaluationAnswer[];
  @Column({ type: 'text', nullable: true }) comment!: string | null;
  @Column({ type: 'boolean' }) private!: boolean;
  @Column({ type: 'timestamptz' }) submittedAt!: Date;
}
