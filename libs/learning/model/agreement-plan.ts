import { type AgreementTask } from './agreement-content';
import { addDays, daysInclusive, fill, type LocalText, text } from './text';
import { type LearningUnit } from './units';

export interface PlanInput {
  readonly start: string;
  readonly end: string;
  readonly hoursPerWeek: number;
  readonly units: readonly Pick<LearningUnit, 'key' | 'title' | 'hours' | 'tasks'>[];
}

const WEEK = 7;
const INDUCTION = text(
  'Welcome, tour of the workplace, introduction to the team and to the house rules',
  'Accoglienza, visita del luogo di lavoro, presentazione del gruppo e delle regole interne',
);
const MIDTERM = text(
  'Mid-term talk with the mentor about each learning outcome; the next weeks are adjusted',
  'Colloquio intermedio con il tutor su ciascun risultato di apprendimento; si adatta il programma successivo',
);
const CLOSING = text(
  'Final assessment with the mentor, feedback talk, return of keys, clothing and equipment',
  'Valutazione finale con il tutor, colloquio di restituzione, riconsegna di chiavi, abiti e attrezzature',
);
const PRACTICE = text('Practise and deepen: {unit}', 'Esercitare e approfondire: {unit}');

interface PlacedTask {
  readonly week: number;
  readonly unitKey: string;
  readonly activity: LocalText;
}

/** Spreads the units' tasks over the weeks in proportion to the units' hours, in their order. */
function place(units: PlanInput['units'], weeks: number): PlacedTask[] {
  const total = units.reduce((sum, unit) => sum + unit.hours, 0);
  let before = 0;
  return units.flatMap((unit) => {
    const offset = before;
    before += unit.hours;
    return unit.tasks.map((activity, index) => {
      const at = (offset + ((index + 0.5) / unit.tasks.length) * unit.hours) / total;
      return { week: Math.min(weeks, Math.floor(at * weeks) + 1), unitKey: unit.key, activity };
    });
  });
}

/** The unit that runs in the middle of a week in which no new task begins. */
function runningUnit(units: PlanInput['units'], week: number, weeks: number): PlanInput['units'][number] | undefined {
  const total = units.reduce((sum, unit) => sum + unit.hours, 0);
  let left = ((week - 0.5) / weeks) * total;
  return units.find((unit) => (left -= unit.hours) <= 0) ?? units.at(-1);
}

function weekOf(input: PlanInput, placed: readonly PlacedTask[], week: number, weeks: number): AgreementTask {
  const own = placed.filter((task) => task.week === week);
  const running = own.length === 0 ? runningUnit(input.units, week, weeks) : undefined;
  const from = addDays(input.start, (week - 1) * WEEK);
  const last = addDays(from, WEEK - 1);
  const to = last < input.end ? last : input.end;
  const share = Math.min(1, daysInclusive(from, to) / WEEK);
  return {
    week,
    from,
    to,
    hours: Math.round(input.hoursPerWeek * share),
    unitKeys: [...new Set([...own.map((task) => task.unitKey), ...(running ? [running.key] : [])])],
    activities: [
      ...(week === 1 ? [INDUCTION] : []),
      ...own.map((task) => task.activity),
      ...(running ? [fill(PRACTICE, { unit: running.title })] : []),
      ...(weeks > 2 && week === Math.ceil(weeks / 2) ? [MIDTERM] : []),
      ...(week === weeks ? [CLOSING] : []),
    ],
  };
}

/** The whole weeks of a stay, a remainder of more than half a week counted as one more. */
export function weeksOf(start: string, end: string): number {
  return Math.max(1, Math.round(daysInclusive(start, end) / WEEK));
}

/** The work programme: week by week, with induction first, a mid-term talk in the middle and the assessment last. */
export function planTasks(input: PlanInput): AgreementTask[] {
  const weeks = weeksOf(input.start, input.end);
  const placed = input.units.length > 0 ? place(input.units, weeks) : [];
  const plan = Array.from({ length: weeks }, (_, index) => weekOf(input, placed, index + 1, weeks));
  const last = plan.at(-1);
  return last && last.to < input.end ? [...plan.slice(0, -1), { ...last, to: input.end }] : plan;
}
