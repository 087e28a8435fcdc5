import { type ProcessStep } from './process-template';

/** What of a step may differ between two versions. */
const stepFields = [
  'title',
  'phase',
  'role',
  'scope',
  'due',
  'closesOn',
  'needs',
  'minorsOnly',
  'reminders',
  'escalation',
] as const;
export type StepField = (typeof stepFields)[number];

export interface StepChange {
  before: ProcessStep;
  after: ProcessStep;
  fields: StepField[];
}

/** What one version of a process has and another has not. */
export interface TemplateDifference {
  added: ProcessStep[];
  removed: ProcessStep[];
  changed: StepChange[];
}

/** A step in one spelling: what is left out counts as its plainest value, and order matters only where it says something. */
function plain(step: ProcessStep): Record<StepField, unknown> {
  const { title, phase, role, scope, due, closesOn } = step;
  return {
    title: [title.en, title.it],
    phase,
    role,
    scope,
    due: [due.anchor, due.offsetDays, due.step ?? null, due.workingDays ?? false],
    closesOn,
    needs: [...(step.needs ?? [])].sort(),
    minorsOnly: step.minorsOnly ?? false,
    reminders: [...(step.reminders ?? [])].sort((a, b) => a - b),
    escalation: step.escalation ? [step.escalation.afterDays, step.escalation.role] : null,
  };
}

/** Compares two versions step by step; steps are the same where their keys are, their order tells nothing. */
export function differenceOf(before: readonly ProcessStep[], after: readonly ProcessStep[]): TemplateDifference {
  const [old, fresh] = [before, after].map((steps) => new Map(steps.map((step) => [step.key, step])));
  const changed = after.flatMap((step): StepChange[] => {
    const earlier = old?.get(step.key);
    if (!earlier) return [];
    const [was, is] = [plain(earlier), plain(step)];
    const fields = stepFields.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
    return fields.length > 0 ? [{ before: earlier, after: step, fields }] : [];
  });
  return {
    added: after.filter(({ key }) => !old?.has(key)),
    removed: before.filter(({ key }) => !fresh?.has(key)),
    changed,
  };
}
