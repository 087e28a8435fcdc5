import {
  closingEvents,
  flowEvents,
  processPhases,
  processRoles,
  type ProcessStep,
  type ProcessTemplate,
} from './process-template';

/** One fault of a template: which step, which field of it, and what is wrong. */
export interface TemplateFault {
  /** Such as `steps.3.due.step`; `name.en` for the template itself. */
  path: string;
  /** Key of the step; null where the fault is the template's. */
  step: string | null;
  /** Stable, for portals to translate. */
  code: string;
  /** English sentence. */
  message: string;
}

/** A step is due at most two years away from what it hangs on. */
const mostDays = 730;
export const mostSteps = 200;
const mostReminders = 10;
const keyForm = /^[a-z0-9][a-z0-9-]{0,59}$/;
const words = (text: string) => text.trim() !== '' && text.length <= 200;
const within = (value: number, least: number) => Number.isInteger(value) && value >= least && value <= mostDays;

type Found = readonly [field: string, code: string, message: string];

function faultsOfWords({ key, title, phase, role }: ProcessStep): Found[] {
  const found: Found[] = [];
  if (!keyForm.test(key)) found.push(['key', 'KEY_FORM', 'Write the key in small letters, digits and hyphens.']);
  if (!words(title.en))
    found.push(['title.en', 'TITLE_MISSING', 'Give the step a title in English, up to 200 characters.']);
  if (!words(title.it))
    found.push(['title.it', 'TITLE_MISSING', 'Give the step a title in Italian, up to 200 characters.']);
  if (!processPhases.includes(phase)) found.push(['phase', 'PHASE_UNKNOWN', 'Choose one of the five phases.']);
  if (!processRoles.includes(role)) found.push(['role', 'ROLE_UNKNOWN', 'Choose who holds the step.']);
  return found;
}

function faultsOfDue({ key, due, scope }: ProcessStep, byKey: ReadonlyMap<string, ProcessStep>): Found[] {
  const found: Found[] = [];
  if (!within(due.offsetDays, -mostDays)) found.push(['due.offsetDays', 'DAYS_RANGE', 'Choose up to 730 days.']);
  if (!['departure', 'return', 'step'].includes(due.anchor)) {
    found.push(['due.anchor', 'ANCHOR_UNKNOWN', 'Choose departure, return or another step.']);
  }
  if (due.anchor !== 'step') return found;
  const other = byKey.get(due.step ?? '');
  if (!other || other.key === key) {
    found.push(['due.step', 'STEP_UNKNOWN', 'Choose another step of this process to count from.']);
  } else if (scope === 'flow' && other.scope === 'mobility') {
    found.push([
      'due.step',
      'STEP_OF_PERSON',
      'A step of the whole flow cannot count from a step of each participant.',
    ]);
  }
  return found;
}

function faultsOfOrder(step: ProcessStep, byKey: ReadonlyMap<string, ProcessStep>): Found[] {
  const found: Found[] = [];
  const { key, scope, closesOn, needs = [] } = step;
  if (closesOn !== null && !closingEvents.includes(closesOn)) {
    found.push(['closesOn', 'EVENT_UNKNOWN', 'Choose one of the events that close a step, or a tick by hand.']);
  } else if (closesOn !== null && (scope === 'flow') !== flowEvents.includes(closesOn)) {
    found.push(
      scope === 'flow'
        ? ['closesOn', 'EVENT_OF_PERSON', 'This event is of one participant: it closes no step of the whole flow.']
        : ['closesOn', 'EVENT_OF_FLOW', 'This event is of the whole flow: it closes no step of one participant.'],
    );
  }
  for (const before of needs) {
    const needed = byKey.get(before);
    if (!needed || before === key)
      found.push(['needs', 'STEP_UNKNOWN', `There is no other step "${before}" to wait for.`]);
    else if (needed.scope !== scope) {
      found.push([
        'needs',
        'STEP_OTHER_SCOPE',
        `"${before}" is not of the same kind: a step of the flow waits for steps of the flow.`,
      ]);
    }
  }
  if (step.minorsOnly && scope === 'flow') {
    found.push(['minorsOnly', 'MINORS_OF_FLOW', 'A step of the whole flow is not of minors alone.']);
  }
  return found;
}

function faultsOfCare({ role, minorsOnly, reminders = [], escalation }: ProcessStep): Found[] {
  const found: Found[] = [];
  if (role === 'guardian' && !minorsOnly) {
    found.push(['minorsOnly', 'GUARDIAN_OF_ADULT', 'Only minors have a guardian: keep the step for minors.']);
  }
  const distinct = new Set(reminders).size === reminders.length && reminders.length <= mostReminders;
  if (!distinct || !reminders.every((days) => within(days, 0))) {
    found.push(['reminders', 'DAYS_RANGE', 'Remind on up to ten different days, 0 to 730 days before.']);
  }
  if (escalation && !within(escalation.afterDays, 1)) {
    found.push(['escalation.afterDays', 'DAYS_RANGE', 'Escalate 1 to 730 days after.']);
  }
  if (escalation && !processRoles.includes(escalation.role)) {
    found.push(['escalation.role', 'ROLE_UNKNOWN', 'Choose who hears of it.']);
  }
  return found;
}

/** Keys of the steps from which following `next` leads back to themselves. */
function inCircles(steps: readonly ProcessStep[], next: (step: ProcessStep) => readonly string[]): Set<string> {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const comesBack = (start: ProcessStep): boolean => {
    const [seen, open] = [new Set<string>(), [...next(start)]];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (key === start.key) return true;
      const step = byKey.get(key);
      if (!step || seen.has(key)) continue;
      seen.add(key);
      open.push(...next(step));
    }
    return false;
  };
  return new Set(steps.filter((step) => comesBack(step)).map(({ key }) => key));
}

function faultsOfTemplate({ name, steps }: Pick<ProcessTemplate, 'name' | 'steps'>): TemplateFault[] {
  const fault = (path: string, code: string, message: string): TemplateFault => ({ path, step: null, code, message });
  return [
    ...(words(name.en) ? [] : [fault('name.en', 'NAME_MISSING', 'Name the process in English.')]),
    ...(words(name.it) ? [] : [fault('name.it', 'NAME_MISSING', 'Name the process in Italian.')]),
    ...(steps.length > 0 ? [] : [fault('steps', 'STEPS_NONE', 'A process has at least one step.')]),
    ...(steps.length <= mostSteps ? [] : [fault('steps', 'STEPS_MANY', 'A process has at most 200 steps.')]),
  ];
}

/** Everything that keeps a template from being published, with the step and the field at fault; empty where it is sound. */
export function checkTemplate(template: Pick<ProcessTemplate, 'name' | 'steps'>): TemplateFault[] {
  const { steps } = template;
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const inNeeds = inCircles(steps, ({ needs }) => needs ?? []);
  const inDue = inCircles(steps, ({ due }) => (due.anchor === 'step' && due.step ? [due.step] : []));
  const ofSteps = steps.flatMap((step, at) => {
    const found = [
      ...faultsOfWords(step),
      ...faultsOfDue(step, byKey),
      ...faultsOfOrder(step, byKey),
      ...faultsOfCare(step),
    ];
    if (steps.findIndex(({ key }) => key === step.key) < at)
      found.push(['key', 'KEY_TAKEN', 'Another step has this key.']);
    const itself = step.needs?.includes(step.key) ?? false;
    if (inNeeds.has(step.key) && !itself) found.push(['needs', 'NEEDS_CIRCLE', 'These steps wait for each other.']);
    if (inDue.has(step.key) && step.due.step !== step.key) {
      found.push(['due.step', 'DUE_CIRCLE', 'The days of these steps count from each other.']);
    }
    return found.map(([field, code, message]) => ({
      path: `steps.${String(at)}.${field}`,
      step: step.key,
      code,
      message,
    }));
  });
  return [...faultsOfTemplate(template), ...ofSteps];
}
