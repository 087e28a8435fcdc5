import { type ActivityCode, activityTypes } from './activity-types.data';
import { type Confidence, type RuleSource } from './rule-sources.data';

/** KA121-VET: accredited organisations; KA122-VET: short-term projects. */
export type ProjectAction = 'KA121' | 'KA122';
export const projectActions: readonly ProjectAction[] = ['KA121', 'KA122'];

export interface ProjectRule {
  minMonths: number;
  maxMonths: number;
  /** Months with which the project is granted; longer ones are extensions. */
  initialMonths: number | null;
  /** Without accompanying persons and preparatory visits. */
  maxParticipants: number | null;
  activities: readonly ActivityCode[];
  confidence: Confidence;
  sources: readonly RuleSource[];
}

const allActivities = activityTypes.map(({ code }) => code);

/** Durations and sizes of projects, and the activities that they may hold. */
export const projectRules: Readonly<Record<ProjectAction, ProjectRule>> = {
  KA121: {
    minMonths: 15,
    maxMonths: 24,
    initialMonths: 15,
    maxParticipants: null,
    activities: allActivities,
    confidence: 'high',
    sources: ['oph', 'nexus', 'hu_na'],
  },
  KA122: {
    minMonths: 6,
    maxMonths: 18,
    initialMonths: null,
    maxParticipants: 30,
    activities: allActivities,
    confidence: 'high',
    sources: ['nexus', 'accesseurope', 'tr_na'],
  },
};
