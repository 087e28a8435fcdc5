import { type AgreementContent } from './agreement-content';
import { type LocalText, text } from './text';

/** How far a learner has come with one outcome, from the least to the most. */
export const ATTAINMENTS = ['notYet', 'withHelp', 'independently', 'inNewSituations'] as const;
export type Attainment = (typeof ATTAINMENTS)[number];

export const ATTAINMENT_LABELS: Record<Attainment, LocalText> = {
  notYet: text('Not yet', 'Non ancora'),
  withHelp: text('With help', 'Con aiuto'),
  independently: text('Independently', 'In autonomia'),
  inNewSituations: text('In new situations', 'Anche in situazioni nuove'),
};

/** One line under each answer, for a tutor who meets the scale for the first time. */
export const ATTAINMENT_HINTS: Record<Attainment, LocalText> = {
  notYet: text(
    'Has seen it done, does not do it alone or with help',
    'Lo ha visto fare, non lo fa né da solo né con aiuto',
  ),
  withHelp: text('Does it when shown or guided', 'Lo fa se guidato o dopo una dimostrazione'),
  independently: text('Does it alone to the usual standard', 'Lo fa da solo secondo lo standard abituale'),
  inNewSituations: text(
    'Adapts it to new tasks and can show others',
    'Lo adatta a compiti nuovi e sa mostrarlo ad altri',
  ),
};

export const OUTCOME_KINDS = ['knowledge', 'skills', 'responsibilityAndAutonomy'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

export interface OutcomeFact {
  /** Stable within an agreement version: unit key, kind and position. */
  readonly key: string;
  readonly unitKey: string;
  readonly kind: OutcomeKind;
  readonly text: LocalText;
  /** The last week (1 = first) in which the programme works on the outcome's unit. */
  readonly dueWeek: number;
}

/** Every outcome of an agreement that is assessed, in the order of the document. */
export function outcomesOf(content: Pick<AgreementContent, 'units' | 'tasks'>): OutcomeFact[] {
  const lastWeek = Math.max(1, ...content.tasks.map((task) => task.week));
  return content.units.flatMap((unit) => {
    const weeks = content.tasks.filter((task) => task.unitKeys.includes(unit.key)).map((task) => task.week);
    const dueWeek = weeks.length > 0 ? Math.max(...weeks) : lastWeek;
    return OUTCOME_KINDS.flatMap((kind) =>
      unit[kind].map((outcome, index) => ({
        key: `${unit.key}/${kind}/${String(index + 1)}`,
        unitKey: unit.key,
        kind,
        text: outcome,
        dueWeek,
      })),
    );
  });
}

export interface Rating {
  readonly outcomeKey: string;
  readonly attainment: Attainment;
}

const attainmentOf = (ratings: readonly Rating[], key: string): Attainment | null =>
  ratings.find((rating) => rating.outcomeKey === key)?.attainment ?? null;

export type MidtermState = 'onTrack' | 'upcoming' | 'atRisk';

export interface MidtermOutcome extends OutcomeFact {
  readonly attainment: Attainment | null;
  readonly state: MidtermState;
}

function midtermState(outcome: OutcomeFact, attainment: Attainment | null, week: number): MidtermState {
  if (attainment === 'independently' || attainment === 'inNewSituations') return 'onTrack';
  const timeIsUp = outcome.dueWeek <= week;
  if (attainment === 'withHelp') return timeIsUp ? 'atRisk' : 'onTrack';
  if (attainment === 'notYet') return outcome.dueWeek <= week + 1 ? 'atRisk' : 'upcoming';
  return timeIsUp ? 'atRisk' : 'upcoming';
}

/**
 * The mid-term look. An outcome is at risk when the programme has finished with it and it is not done independently,
 * or when it is "not yet" with at most one week of the programme left for it.
 */
export function midtermView(
  content: Pick<AgreementContent, 'units' | 'tasks'>,
  ratings: readonly Rating[],
  week: number,
): MidtermOutcome[] {
  return outcomesOf(content).map((outcome) => {
    const attainment = attainmentOf(ratings, outcome.key);
    return { ...outcome, attainment, state: midtermState(outcome, attainment, week) };
  });
}

export type UnitResult = 'achieved' | 'partlyAchieved' | 'notAchieved';

export const UNIT_RESULT_LABELS: Record<UnitResult, LocalText> = {
  achieved: text('Achieved', 'Raggiunta'),
  partlyAchieved: text('Partly achieved', 'Parzialmente raggiunta'),
  notAchieved: text('Not achieved', 'Non raggiunta'),
};

export interface UnitAssessment {
  readonly unitKey: string;
  readonly result: UnitResult;
  /** School grade in tenths, 4 to 10; null until every outcome of the unit is rated. */
  readonly grade: number | null;
  readonly rated: number;
  readonly outcomes: number;
}

const POINTS: Record<Attainment, number> = { notYet: 0, withHelp: 1, independently: 2, inNewSituations: 3 };

/**
 * The Italian school grade (tenths) of a set of attainments: 4 + 2 × mean of the points 0 to 3, rounded half up, so
 * that "with help" throughout is the pass mark 6 and "in new situations" throughout is 10.
 */
export function gradeOf(attainments: readonly Attainment[]): number {
  const sum = attainments.reduce((total, attainment) => total + POINTS[attainment], 0);
  return Math.round(4 + (2 * sum) / attainments.length);
}

const ACHIEVED_SHARE = 0.8;

function resultOf(attainments: readonly Attainment[], expected: number): UnitResult {
  const shareOf = (least: number) => attainments.filter((attainment) => POINTS[attainment] >= least).length / expected;
  if (shareOf(POINTS.independently) >= ACHIEVED_SHARE && shareOf(POINTS.withHelp) === 1) return 'achieved';
  return shareOf(POINTS.withHelp) >= 0.5 ? 'partlyAchieved' : 'notAchieved';
}

/**
 * The final assessment by unit. Achieved: at least 80 % of the outcomes independently and none "not yet" or unrated;
 * partly achieved: at least half of them with help.
 */
export function finalAssessment(
  content: Pick<AgreementContent, 'units' | 'tasks'>,
  ratings: readonly Rating[],
): UnitAssessment[] {
  const outcomes = outcomesOf(content);
  return content.units.map((unit) => {
    const own = outcomes.filter((outcome) => outcome.unitKey === unit.key);
    const given = own.map((outcome) => attainmentOf(ratings, outcome.key)).filter((value) => value !== null);
    return {
      unitKey: unit.key,
      result: resultOf(given, own.length),
      grade: given.length === own.length && own.length > 0 ? gradeOf(given) : null,
      rated: given.length,
      outcomes: own.length,
    };
  });
}

/** The overall grade: the units' grades weighted by their hours, rounded half up; null while a unit has none. */
export function overallGrade(
  content: Pick<AgreementContent, 'units'>,
  assessments: readonly UnitAssessment[],
): number | null {
  let points = 0;
  let hours = 0;
  for (const unit of content.units) {
    const grade = assessments.find((assessment) => assessment.unitKey === unit.key)?.grade ?? null;
    if (grade === null) return null;
    points += grade * unit.hours;
    hours += unit.hours;
  }
  return hours === 0 ? null : Math.round(points / hours);
}
