import { type OccupationPlaces } from '@softmob/projects-model';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** What a flow takes over from the one it was made from. */
@Entity('flow_plan')
export class FlowPlan {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) flowId!: string;
  /** The school. */
  @Column({ type: 'uuid' }) organisationId!: string;
  /** The flow it was made from. */
  @Column({ type: 'uuid', nullable: true }) sourceFlowId!: string | null;
  /** By how many weeks it was moved. */
  @Column({ type: 'integer' }) weeks!: number;
  /** Places wanted, by occupation. */
  @Column({ type: 'jsonb' }) places!: OccupationPlaces[];
  @Column({ type: 'integer' }) accompanyingPlaces!: number;
  @Column({ type: 'timestamptz' }) createdAt!: Date;
}

/** How a host says whether it takes as many as last time. */
export type HostAnswer = 'yes' | 'changed' | 'no';

/** Places of one occupation that a host is asked for, and what it offers. */
export interface AskedPlaces {
  occupation: string;
  lastTime: number;
  wanted: number;
  /** Null until the host has answered. */
  offered: number | null;
}

/** "Same again?": what a host is asked for a new flow, and its answer. */
@Entity('host_ask')
export class HostAsk {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'uuid' }) flowId!: string;
  /** The school that asks. */
  @Column({ type: 'uuid' }) organisationId!: string;
  @Column({ type: 'uuid' }) hostOrganisationId!: string;
  @Column({ type: 'jsonb' }) places!: AskedPlaces[];
  @Column({ type: 'date' }) startsOn!: string;
  @Column({ type: 'date' }) endsOn!: string;
  @Column({ type: 'text', nullable: true }) answer!: HostAnswer | null;
  @Column({ type: 'text', nullable: true }) comment!: string | null;
  /** Other days that the host proposes. */
  @Column({ type: 'date', nullable: true }) offeredStartsOn!: string | null;
  @Column({ type: 'date', nullable: true }) offeredEndsOn!: string | null;
  @Column({ type: 'timestamptz' }) askedAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) answeredAt!: Date | null;
  @Column({ type: 'uuid', nullable: true }) answeredByPersonId!: string | null;
  @VersionColumn({ type: 'integer' }) version!: number;
}
