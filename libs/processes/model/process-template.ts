import { type Audience } from '@softmob/access';
import { addDays, type IsoDay } from './calendar';

export const processPhases = ['application', 'preparation', 'implementation', 'evaluation', 'finalisation'] as const;
export type ProcessPhase = (typeof processPhases)[number];

/** Who holds a step: one of the audiences that have work to do. */
export type ProcessRole = Exclude<Audience, 'public' | 'operator'>;

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

/** A step is due so many days after (before: negative) the first or the last day of the stay. */
export interface DueRule {
  anchor: 'departure' | 'return';
  offsetDays: number;
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
}

/** The steps that a kind of mobility needs from acceptance to the end. */
export interface ProcessTemplate {
  key: string;
  name: Readonly<Record<'en' | 'it', string>>;
  /** Codes of the activity types for which it is offered first. */
  activityTypes: readonly string[];
  steps: readonly ProcessStep[];
}

/** A step with the day on which it is due. */
export interface PlannedTask extends ProcessStep {
  dueOn: IsoDay;
}

/** First and last day of a stay. */
export interface StayDates {
  startsOn: IsoDay;
  endsOn: IsoDay;
}

/** The day on which a step is due for a stay. */
export function dueOn({ anchor, offsetDays }: DueRule, stay: StayDates): IsoDay {
  return addDays(anchor === 'departure' ? stay.startsOn : stay.endsOn, offsetDays);
}

/** The template's steps with their days for a flow (or a mobility with dates of its own), the earliest first. */
export function tasksFor(template: ProcessTemplate, stay: StayDates): PlannedTask[] {
  return template.steps
    .map((step) => ({ ...step, dueOn: dueOn(step.due, stay) }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
