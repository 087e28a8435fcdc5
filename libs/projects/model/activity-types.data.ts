import { type Confidence, type RuleSource } from './rule-sources.data';

export type ActivityCode =
  | 'VET_SHORT'
  | 'VET_LONG'
  | 'VET_GROUP'
  | 'VET_COMPETITION'
  | 'STAFF_SHADOW'
  | 'STAFF_TEACH'
  | 'STAFF_COURSE'
  | 'INVITED_EXPERT'
  | 'HOST_TEACHER'
  | 'PREP_VISIT';

/** A figure that holds from a call on, or differs between sources. */
export interface CallVariant {
  /** First call of which the source speaks. */
  fromCall: number;
  maxDays: number;
  source: RuleSource;
  /** True where other published sources say otherwise: then it is told, not enforced. */
  disputed: boolean;
}

/** One kind of mobility. Days count the activity with its first and last day, without travel. */
export interface ActivityType {
  code: ActivityCode;
  name: Readonly<Record<'en' | 'it', string>>;
  category: 'learner' | 'staff' | 'incoming' | 'projectTeam';
  minDays: number | null;
  maxDays: number | null;
  confidence: Confidence;
  sources: readonly RuleSource[];
  /** Least days for participants with fewer opportunities, if justified. */
  fewerOpportunities?: { minDays: number; confidence: Confidence; sources: readonly RuleSource[] };
  /** Last call in which the activity did not yet exist. */
  notThroughCall?: { call: number; confidence: Confidence; sources: readonly RuleSource[] };
  variants?: readonly CallVariant[];
  minParticipants?: number;
  /** Accompanying persons have to go with the group. */
  accompanyingRequired?: boolean;
  maxPerMentor?: { fromCall: number; participants: number; source: RuleSource };
  maxPerVisit?: number;
}

/** Activity types of KA121-VET and KA122-VET; codes are the product's own, not those of the Beneficiary Module. */
export const activityTypes: readonly ActivityType[] = [
  {
    code: 'VET_SHORT',
    name: { en: 'Short-term learning mobility of VET learners', it: 'Mobilità di breve periodo per studenti VET' },
    category: 'learner',
    minDays: 10,
    maxDays: 89,
    confidence: 'high',
    sources: ['hu_na', 'tr_na', 'es_press', 'nexus'],
    fewerOpportunities: { minDays: 2, confidence: 'medium', sources: ['background'] },
  },
  {
    code: 'VET_LONG',
    name: {
      en: 'Long-term learning mobility of VET learners (ErasmusPro)',
      it: 'Mobilità di lungo periodo per studenti VET (ErasmusPro)',
    },
    category: 'learner',
    minDays: 90,
    maxDays: 365,
    confidence: 'high',
    sources: ['hu_na', 'tr_na', 'es_press', 'nexus'],
  },
  {
    code: 'VET_GROUP',
    name: { en: 'Group mobility of VET learners', it: 'Mobilità di gruppo per studenti VET' },
    category: 'learner',
    minDays: 2,
    maxDays: 30,
    confidence: 'high',
    sources: ['hu_na', 'tr_na', 'nexus'],
    notThroughCall: { call: 2023, confidence: 'medium', sources: ['wiki2023', 'background'] },
    minParticipants: 2,
    accompanyingRequired: true,
  },
  {
    code: 'VET_COMPETITION',
    name: { en: 'Participation in VET skills competitions', it: 'Partecipazione a competizioni di abilità VET' },
    category: 'learner',
    minDays: 1,
    maxDays: 10,
    confidence: 'high',
    sources: ['hu_na', 'tr_na', 'es_press', 'nexus'],
  },
  {
    code: 'STAFF_SHADOW',
    name: { en: 'Job shadowing', it: 'Job shadowing' },
    category: 'staff',
    minDays: 2,
    maxDays: 60,
    confidence: 'high',
    sources: ['hu_na', 'nexus'],
    maxPerMentor: { fromCall: 2026, participants: 2, source: 'ten2026' },
  },
  {
    code: 'STAFF_TEACH',
    name: { en: 'Teaching or training assignments', it: 'Periodi di insegnamento o formazione' },
    category: 'staff',
    minDays: 2,
    maxDays: 365,
    confidence: 'high',
    sources: ['hu_na', 'nexus'],
  },
  {
    code: 'STAFF_COURSE',
    name: { en: 'Courses and training', it: 'Corsi e formazione' },
    category: 'staff',
    minDays: 2,
    maxDays: 30,
    confidence: 'medium',
    sources: ['hu_na'],
    variants: [{ fromCall: 2026, maxDays: 10, source: 'nexus', disputed: true }],
  },
  {
    code: 'INVITED_EXPERT',
    name: { en: 'Invited experts', it: 'Esperti invitati' },
    category: 'incoming',
    minDays: 2,
    maxDays: 60,
    confidence: 'high',
    sources: ['hu_na', 'nexus'],
  },
  {
    code: 'HOST_TEACHER',
    name: {
      en: 'Hosting teachers and educators in training',
      it: 'Accoglienza di insegnanti ed educatori in formazione',
    },
    category: 'incoming',
    minDays: 10,
    maxDays: 365,
    confidence: 'high',
    sources: ['hu_na', 'nexus'],
  },
  {
    code: 'PREP_VISIT',
    name: { en: 'Preparatory visit', it: 'Visita preparatoria' },
    category: 'projectTeam',
    minDays: null,
    maxDays: null,
    confidence: 'medium',
    sources: ['nexus', 'background'],
    maxPerVisit: 3,
  },
];
