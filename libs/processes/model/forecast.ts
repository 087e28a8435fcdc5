import { addDays, type IsoDay } from './calendar';
import { addWorkingDays, isWorkingDay } from './working-days';

/** How long a step took before, in working days from when it could be taken until it was done. */
export interface StepHistory {
  /** How many such steps were counted. */
  readonly samples: number;
  /** Half of them took no longer. */
  readonly median: number;
  /** Four of five took no longer. */
  readonly most: number;
}

/** A step that is still open, of one mobility or of a whole flow. */
export interface OpenStep {
  readonly id: string;
  readonly key: string;
  /** Keys of the steps that come before; what is not open any more holds nobody up. */
  readonly needs: readonly string[];
  readonly dueOn: IsoDay;
  /** Since when it can be taken; null while it waits. */
  readonly openedOn: IsoDay | null;
}

export type Verdict = 'on-time' | 'at-risk' | 'late';

/** When an open step will probably be done, and what that is concluded from. */
export interface StepForecast {
  readonly id: string;
  readonly key: string;
  /** By this day half of such steps are done, those before it included. */
  readonly likelyOn: IsoDay;
  /** By this day four of five are. */
  readonly safeOn: IsoDay;
  readonly verdict: Verdict;
  /** `history`: how long it took before; `plan`: the time that the process gives it, as too little is known. */
  readonly basis: 'history' | 'plan';
  readonly samples: number;
  /** Working days: of earlier steps, or what the process gives. */
  readonly median: number;
  readonly most: number;
}

/** From so many earlier steps on their durations are believed. */
const ENOUGH_SAMPLES = 10;

/** Where a forecast is made: today, the day before which all has to be done, and whose working days count. */
export interface ForecastFrame {
  readonly today: IsoDay;
  /** The departure: what is done on the last working day before it is in time. */
  readonly departure: IsoDay;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Working days after the first day up to and with the second; 0 where it is not later. */
export function workingDaysBetween(from: IsoDay, to: IsoDay, country: string): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, country)) days += 1;
  return days;
}

/** Spans that one frame has counted: the people of a flow wait for the same days. */
const counted = new WeakMap<ForecastFrame, Map<string, number>>();

function span(from: IsoDay, to: IsoDay, frame: ForecastFrame): number {
  const known = counted.get(frame) ?? new Map<string, number>();
  counted.set(frame, known);
  const key = `${from}/${to}`;
  const days = known.get(key) ?? workingDaysBetween(from, to, frame.country);
  known.set(key, days);
  return days;
}

const later = (a: IsoDay, b: IsoDay): IsoDay => (a > b ? a : b);

/**
 * Working days that a step still takes, likely and in four of five cases, when it has been open for some. The age of one
 * that has been open for longer than four of five took says little: it counts as half done, and to be safe as begun anew.
 */
function remaining({ median, most }: StepHistory, elapsed: number): { likely: number; safe: number } {
  if (elapsed > most) return { likely: Math.max(1, Math.ceil(median / 2)), safe: Math.max(1, most) };
  const likely = Math.max(1, median - elapsed);
  return { likely, safe: Math.max(likely, most - elapsed) };
}

/** What is over by plan takes a day more. */
function remainingByPlan(days: number, elapsed: number): { likely: number; safe: number } {
  const left = Math.max(1, days - elapsed);
  return { likely: left, safe: left };
}

/** The time that the process gives a step: from the last due day before it, or from when it opened, to its own. */
function allowance(step: OpenStep, byKey: ReadonlyMap<string, OpenStep>, frame: ForecastFrame): number {
  const before = step.needs.flatMap((key) => byKey.get(key)?.dueOn ?? []);
  const from = before.reduce(later, step.openedOn ?? (before[0] || frame.today));
  return Math.max(1, span(from, step.dueOn, frame));
}

const asPlanned = (days: number, samples: number): StepHistory => ({ samples, median: days, most: days });

function verdictOf(likelyOn: IsoDay, safeOn: IsoDay, departure: IsoDay): Verdict {
  if (safeOn < departure) return 'on-time';
  return likelyOn < departure ? 'at-risk' : 'late';
}

/**
 * Foretells every open step of one mobility (or of a flow as a whole). A step begins when the last of those before it is
 * done, so that days add up along the longest chain. Adding up what four of five take is careful: all steps of a chain
 * are seldom slow at once.
 */
export function forecastSteps(
  steps: readonly OpenStep[],
  history: ReadonlyMap<string, StepHistory>,
  frame: ForecastFrame,
): StepForecast[] {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const known = new Map<string, StepForecast>();
  const foretell = (step: OpenStep, path: ReadonlySet<string>): StepForecast => {
    const found = known.get(step.key);
    if (found) return found;
    const before = step.needs.flatMap((key) => {
      const earlier = byKey.get(key);
      return earlier && !path.has(key) ? [foretell(earlier, new Set([...path, key]))] : [];
    });
    const past = history.get(step.key);
    const basis = past && past.samples >= ENOUGH_SAMPLES ? 'history' : 'plan';
    const spans = past && basis === 'history' ? past : asPlanned(allowance(step, byKey, frame), past?.samples ?? 0);
    const elapsed = before.length === 0 && step.openedOn ? span(step.openedOn, frame.today, frame) : 0;
    const { likely, safe } = basis === 'history' ? remaining(spans, elapsed) : remainingByPlan(spans.median, elapsed);
    const likelyOn = addWorkingDays(
      before.map((one) => one.likelyOn).reduce(later, frame.today),
      likely,
      frame.country,
    );
    const safeOn = addWorkingDays(before.map((one) => one.safeOn).reduce(later, frame.today), safe, frame.country);
    const { median, most, samples } = spans;
    const verdict = verdictOf(likelyOn, safeOn, frame.departure);
    const forecast = { id: step.id, key: step.key, likelyOn, safeOn, verdict, basis, samples, median, most } as const;
    known.set(step.key, forecast);
    return forecast;
  };
  return steps.map((step) => foretell(step, new Set([step.key])));
}

/** The step that decides: the one that is safely done last. Null where nothing is open. */
export function decisiveStep<Forecast extends StepForecast>(forecasts: readonly Forecast[]): Forecast | null {
  return forecasts.reduce<Forecast | null>(
    (worst, one) =>
      worst && (worst.safeOn > one.safeOn || (worst.safeOn === one.safeOn && worst.likelyOn >= one.likelyOn))
        ? worst
        : one,
    null,
  );
}
