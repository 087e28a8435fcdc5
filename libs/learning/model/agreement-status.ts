/** The life of one version of an agreement. Versions are never deleted: what is left behind is superseded. */
export const AGREEMENT_STATUSES = ['draft', 'open', 'locked', 'superseded'] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

export const AGREEMENT_ACTIONS = ['edit', 'open', 'sign', 'recall', 'lock', 'supersede'] as const;
export type AgreementAction = (typeof AGREEMENT_ACTIONS)[number];

/** What a step may ask for besides the right status. */
export const STEP_NEEDS = ['CONTENT_COMPLETE', 'NO_SIGNATURE_YET', 'ALL_SIGNATURES', 'NEWER_VERSION'] as const;
export type StepNeed = (typeof STEP_NEEDS)[number];

interface Transition {
  readonly action: AgreementAction;
  readonly from: readonly AgreementStatus[];
  readonly to: AgreementStatus;
  readonly needs: readonly StepNeed[];
}

/** Every step there is; anything else is illegal. A version in force stays locked until its successor is locked. */
export const AGREEMENT_TRANSITIONS: readonly Transition[] = [
  { action: 'edit', from: ['draft'], to: 'draft', needs: [] },
  { action: 'open', from: ['draft'], to: 'open', needs: ['CONTENT_COMPLETE'] },
  { action: 'sign', from: ['open'], to: 'open', needs: [] },
  { action: 'recall', from: ['open'], to: 'draft', needs: ['NO_SIGNATURE_YET'] },
  { action: 'lock', from: ['open'], to: 'locked', needs: ['ALL_SIGNATURES'] },
  { action: 'supersede', from: ['draft', 'open', 'locked'], to: 'superseded', needs: ['NEWER_VERSION'] },
];

/** The outcome of asking for a step: where it leads, or why it may not be taken. */
export type AgreementStep =
  | { readonly allowed: true; readonly to: AgreementStatus }
  | { readonly allowed: false; readonly reason: 'WRONG_STATUS' | 'NEEDS_MISSING'; readonly missing: readonly string[] };

/**
 * Whether a version may take a step. `met` are the needs that the caller has found fulfilled; the answer lists those
 * that are not, or the statuses from which the step would be possible.
 */
export function agreementStep(
  status: AgreementStatus,
  action: AgreementAction,
  met: readonly StepNeed[] = [],
): AgreementStep {
  const transition = AGREEMENT_TRANSITIONS.find((candidate) => candidate.action === action);
  if (!transition?.from.includes(status)) {
    return { allowed: false, reason: 'WRONG_STATUS', missing: transition?.from ?? [] };
  }
  const missing = transition.needs.filter((need) => !met.includes(need));
  return missing.length > 0
    ? { allowed: false, reason: 'NEEDS_MISSING', missing }
    : { allowed: true, to: transition.to };
}
