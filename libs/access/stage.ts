/** The stages of a mobility, in order; `withdrawn` is the one way out. Disclosure follows them. */
export const STAGES = ['selected', 'proposed', 'confirmed', 'abroad', 'back', 'withdrawn'] as const;
export type Stage = (typeof STAGES)[number];

/** From the confirmation of the placement on: a host works with a named person. */
export const FROM_CONFIRMED: readonly Stage[] = ['confirmed', 'abroad', 'back'];
/** From the proposal on: a host sees a profile. */
export const FROM_PROPOSED: readonly Stage[] = ['proposed', ...FROM_CONFIRMED];
/** While a company needs to reach the learner. */
export const CONFIRMED_TO_BACK: readonly Stage[] = ['confirmed', 'abroad'];
