import { type IsoDay } from '@softmob/processes-model';
import { type Stay } from './stays';

/** A learner who needs a place for a stay. */
export interface MatchLearner extends Stay {
  id: string;
  /** Label or URI, written as the capacities write it; case does not count. */
  occupation: string | null;
  /** Destination: another country is never taken, another city only where there is no other way. */
  country?: string | null;
  city?: string | null;
  /** Companies wished for, the dearest first. */
  preferences?: readonly string[];
  /** Companies that are out of the question, for example because they declined. */
  excludes?: readonly string[];
}

/** Places of one company for one occupation; `from` and `to` null: always. */
export interface MatchCapacity {
  id: string;
  companyId: string;
  occupation: string;
  places: number;
  from: IsoDay | null;
  to: IsoDay | null;
  country?: string | null;
  city?: string | null;
  /** Stays that already hold places. */
  taken: readonly Stay[];
}

export interface Assignment {
  learnerId: string;
  capacityId: string;
  companyId: string;
}

/** Why a learner got no place, from what can be mended first to what is plain shortage. */
export const unmatchedReasons = {
  'no-occupation': {
    en: 'The learner has no occupation',
    it: 'Lo studente non ha una professione',
  },
  'no-company-for-occupation': {
    en: 'No company offers places for this occupation',
    it: 'Nessuna azienda offre posti per questa professione',
  },
  'all-excluded': {
    en: 'Every company for this occupation is out of the question for this learner',
    it: 'Tutte le aziende per questa professione sono escluse per questo studente',
  },
  'not-in-period': {
    en: 'The companies for this occupation have no places through the whole stay',
    it: 'Le aziende per questa professione non hanno posti per tutto il soggiorno',
  },
  'all-taken': {
    en: 'All places for this occupation are already taken during the stay',
    it: 'Tutti i posti per questa professione sono già occupati durante il soggiorno',
  },
  'too-few-places': {
    en: 'There are more learners than free places for this occupation during the stay',
    it: 'Gli studenti sono più dei posti liberi per questa professione durante il soggiorno',
  },
} as const;
export type UnmatchedReason = keyof typeof unmatchedReasons;

export interface Unmatched {
  learnerId: string;
  reason: UnmatchedReason;
}

export interface MatchResult {
  /** In the order of the learners. */
  assignments: Assignment[];
  /** In the order of the learners. */
  unmatched: Unmatched[];
}
