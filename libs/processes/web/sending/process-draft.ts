import { type ProcessStepPartsFragment } from '@softmob/gql/sending-coordinator/graphql';
import { processPhases, type ProcessStep } from '@softmob/processes-model';

/** What the editor works on. */
export interface Draft {
  readonly nameEn: string;
  readonly nameIt: string;
  readonly steps: readonly ProcessStep[];
}

/** A step as the model knows it, from what the server told. */
export function fromServer(step: ProcessStepPartsFragment): ProcessStep {
  const { key, titleEn, titleIt, phase, role, scope, due, closesOn, needs, minorsOnly, reminders, escalation } = step;
  return {
    key,
    title: { en: titleEn, it: titleIt },
    phase,
    role,
    scope,
    due: {
      anchor: due.anchor,
      offsetDays: due.offsetDays,
      ...(due.step ? { step: due.step } : {}),
      ...(due.workingDays ? { workingDays: true } : {}),
    },
    closesOn,
    ...(needs?.length ? { needs } : {}),
    ...(minorsOnly ? { minorsOnly } : {}),
    ...(reminders?.length ? { reminders } : {}),
    ...(escalation ? { escalation: { afterDays: escalation.afterDays, role: escalation.role } } : {}),
  } as ProcessStep;
}

/** The same step as an input of the server. */
export function toServer({ title, needs, reminders, ...step }: ProcessStep) {
  return {
    ...step,
    titleEn: title.en,
    titleIt: title.it,
    needs: [...(needs ?? [])],
    reminders: [...(reminders ?? [])],
  };
}

/** Steps in the order of their phases; within one they keep their own. */
export function byPhase(steps: readonly ProcessStep[]) {
  return processPhases.map((phase) => ({ phase, steps: steps.filter((step) => step.phase === phase) }));
}

/** Moves a step one place up or down among those of its phase. */
export function moveStep(steps: readonly ProcessStep[], key: string, by: 1 | -1): readonly ProcessStep[] {
  const step = steps.find((one) => one.key === key);
  const peers = steps.filter(({ phase }) => phase === step?.phase);
  const other = peers[peers.findIndex((one) => one.key === key) + by];
  if (!step || !other) return steps;
  return steps.map((one) => (one === step ? other : one === other ? step : one));
}

/** Takes a step away, also from what others wait for; whose day counted from it counts from what it counted from. */
export function removeStep(steps: readonly ProcessStep[], key: string): readonly ProcessStep[] {
  const gone = steps.find((step) => step.key === key);
  if (!gone) return steps;
  return steps
    .filter((step) => step !== gone)
    .map((step) => ({
      ...step,
      ...(step.needs?.includes(key) ? { needs: step.needs.filter((one) => one !== key) } : {}),
      ...(step.due.anchor === 'step' && step.due.step === key
        ? { due: { ...gone.due, offsetDays: gone.due.offsetDays + step.due.offsetDays } }
        : {}),
    }));
}

/** A new step of a phase, at its end. */
export function addStep(
  steps: readonly ProcessStep[],
  phase: ProcessStep['phase'],
  title: ProcessStep['title'],
): { steps: readonly ProcessStep[]; key: string } {
  let number = steps.length + 1;
  while (steps.some((step) => step.key === `step-${String(number)}`)) number += 1;
  const key = `step-${String(number)}`;
  const late = phase === 'evaluation' || phase === 'finalisation';
  const due = late
    ? ({ anchor: 'return', offsetDays: 14 } as const)
    : ({ anchor: 'departure', offsetDays: -14 } as const);
  const step: ProcessStep = { key, title, phase, role: 'sendingCoordinator', scope: 'mobility', due, closesOn: null };
  return { steps: [...steps, step], key };
}
