import { addDays, daysBetween, type IsoDay } from './calendar';
import { type DueRule, type ProcessStep, type ProcessTemplate } from './process-template';
import { addWorkingDays } from './working-days';

/** First and last day of a stay. */
export interface StayDates {
  startsOn: IsoDay;
  endsOn: IsoDay;
}

/** A step with the day on which it is due. */
export interface PlannedTask extends ProcessStep {
  dueOn: IsoDay;
  /** What it hangs on in the end, also where another step lies between. */
  dueAnchor: 'departure' | 'return';
  /** Days from there to the day on which it is due; negative: before. */
  dueOffset: number;
}

/** The steps on which a step's due day hangs, itself first. @throws Error where they go in a circle or lead nowhere */
function chainOf(step: ProcessStep, byKey: ReadonlyMap<string, ProcessStep>): ProcessStep[] {
  const chain = [step];
  for (let at = step; at.due.anchor === 'step';) {
    const next = byKey.get(at.due.step ?? '');
    if (!next || chain.includes(next)) throw new Error(`The due day of "${step.key}" cannot be told`);
    chain.push(next);
    at = next;
  }
  return chain;
}

const moved = (day: IsoDay, { offsetDays, workingDays }: DueRule, country: string) =>
  workingDays ? addWorkingDays(day, offsetDays, country) : addDays(day, offsetDays);

/**
 * The steps with their days for a stay, in their own order. Working days are those of the country (ISO 3166-1 alpha-2)
 * that sends. @throws Error for steps that `checkTemplate` would refuse
 */
export function planSteps(steps: readonly ProcessStep[], stay: StayDates, country: string): PlannedTask[] {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  return steps.map((step) => {
    const chain = chainOf(step, byKey);
    const dueAnchor = chain.at(-1)?.due.anchor === 'return' ? 'return' : 'departure';
    const root = dueAnchor === 'departure' ? stay.startsOn : stay.endsOn;
    const dueOn = chain.reduceRight((day, { due }) => moved(day, due, country), root);
    return { ...step, dueOn, dueAnchor, dueOffset: daysBetween(root, dueOn) };
  });
}

/** The template's steps with their days for a flow (or a mobility with dates of its own), the earliest first. */
export function tasksFor(template: Pick<ProcessTemplate, 'steps'>, stay: StayDates, country = ''): PlannedTask[] {
  return planSteps(template.steps, stay, country).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
