import { type Audience } from '@softmob/access';

export const processPhases = ['application', 'preparation', 'implementation', 'evaluation', 'finalisation'] as const;
export type ProcessPhase = (typeof processPhases)[number];

/** Who holds a step: one of the audiences that have work to do. */
export const processRoles = [
  'participant',
  'guardian',
  'companyTutor',
  'hostCoordinator',
  'sendingCoordinator',
  'sendingTeacher',
  'sendingFinance',
] as const satisfies readonly Audience[];
export type ProcessRole = (typeof processRoles)[number];

/** Domain events by which steps close themselves. */
export const closingEvents = [
  'participant.accepted',
  'guardian.accepted',
  'placement.proposed',
  'placement.confirmed',
  'agreement.composed',
  'agreement.signed.participant',
  'agreement.signed.guardian',
  'agreement.signed.sending',
  'agreement.signed.host',
  'agreement.signed.company',
  'agreement.locked',
  'departure.decided',
  'document.verified.identity',
  'document.verified.ehic',
  'document.verified.insurance',
  'mobility.arrived',
  'diary.week-complete',
  'tutor.report',
  'assessment.midterm',
  'assessment.final',
  'attendance.complete',
  'evaluation.submitted',
  'recognition.decided',
  'certificate.issued',
] as const;
export type ClosingEvent = (typeof closingEvents)[number];

/** Those that happen to a whole flow; the others happen to one participant. */
export const flowEvents: readonly ClosingEvent[] = ['departure.decided'];

/**
 * A step is due so many days after (before: negative) the first or the last day of the stay, or the day on which another
 * step is due.
 */
export interface DueRule {
  anchor: 'departure' | 'return' | 'step';
  offsetDays: number;
  /** Key of the other step, where the anchor is one. */
  step?: string;
  /** Weekends and public holidays of the sending country do not count, and the step is due on none of them. */
  workingDays?: boolean;
}

/** Who hears of a step that is still open so many days after it was due. */
export interface Escalation {
  afterDays: number;
  role: ProcessRole;
}

/** One thing that has to be done, for each mobility or once for the whole flow. */
export interface ProcessStep {
  key: string;
  title: Readonly<Record<'en' | 'it', string>>;
  phase: ProcessPhase;
  role: ProcessRole;
  scope: 'mobility' | 'flow';
  due: DueRule;
  /** The event that closes it by itself; null where somebody ticks it. */
  closesOn: ClosingEvent | null;
  /** Keys of the steps that come before; one that a mobility does not have (a guardian’s, of an adult) counts as done. */
  needs?: readonly string[];
  /** Only for mobilities of minors. */
  minorsOnly?: boolean;
  /** Whoever holds it is reminded so many days before it is due (0: on the day). */
  reminders?: readonly number[];
  escalation?: Escalation;
}

/** The steps that a kind of mobility needs from acceptance to the end. */
export interface ProcessTemplate {
  key: string;
  name: Readonly<Record<'en' | 'it', string>>;
  /** Codes of the activity types for which it is offered first. */
  activityTypes: readonly string[];
  steps: readonly ProcessStep[];
}
