/**
 * The life of one version of an agreement. Versions are never deleted: what is left behind is superseded, what a party
 * would not sign is declined, what the school took back is withdrawn.
 */
export const AGREEMENT_STATUSES = ['draft', 'open', 'locked', 'superseded', 'declined', 'withdrawn'] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

export const AGREEMENT_ACTIONS = [
  'edit',
  'open',
  'sign',
  'revoke',
  'decline',
  'withdraw',
  'lock',
  'amend',
  'supersede',
] as const;
export type AgreementAction = (typeof AGREEMENT_ACTIONS)[number];

/** What a step may ask for besides the right status. */
export const STEP_NEEDS = ['CONTENT_COMPLETE', 'OWN_SIGNATURE', 'ALL_SIGNATURES', 'NEWER_VERSION'] as const;
export type StepNeed = (typeof STEP_NEEDS)[number];

interface Transition {
  readonly action: AgreementAction;
  readonly from: readonly AgreementStatus[];
  /** Null where this version stays as it is: an amendment makes a new one. */
  readonly to: AgreementStatus | null;
  readonly needs: readonly StepNeed[];
}

/** Every step there is; anything else is illegal. A version in force stays locked until its successor is locked. */
const AGREEMENT_TRANSITIONS: readonly Transition[] = [
  { action: 'edit', from: ['draft'], to: 'draft', needs: [] },
  { action: 'open', from: ['draft'], to: 'open', needs: ['CONTENT_COMPLETE'] },
  { action: 'sign', from: ['open'], to: 'open', needs: [] },
  { action: 'revoke', from: ['open'], to: 'open', needs: ['OWN_SIGNATURE'] },
  { action: 'decline', from: ['open'], to: 'declined', needs: [] },
  { action: 'withdraw', from: ['open'], to: 'withdrawn', needs: [] },
  { action: 'lock', from: ['open'], to: 'locked', needs: ['ALL_SIGNATURES'] },
  { action: 'amend', from: ['open', 'locked', 'declined', 'withdrawn'], to: null, needs: [] },
  { action: 'supersede', from: ['draft', 'open', 'locked'], to: 'superseded', needs: ['NEWER_VERSION'] },
];

/** The outcome of asking for a step: where it leads, or why it may not be taken. */
export type AgreementStep =
  | { readonly allowed: true; readonly to: AgreementStatus | null }
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
