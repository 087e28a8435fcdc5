import { defineMachine } from '@softmob/processes-model';

/** The stages of a mobility in their order; disclosure follows them, and withdrawn is the one way out. */
export const mobilityStages = ['selected', 'proposed', 'confirmed', 'abroad', 'back', 'withdrawn'] as const;
export type MobilityStage = (typeof mobilityStages)[number];
/** What moves a mobility on. */
export type MobilityStep = 'propose' | 'decline' | 'confirm' | 'cancelPlacement' | 'depart' | 'return' | 'withdraw';

/** Every way a mobility can go. */
export const mobilityMachine = defineMachine<MobilityStage, MobilityStep>({
  propose: { from: ['selected'], to: 'proposed' },
  decline: { from: ['proposed'], to: 'selected' },
  confirm: { from: ['proposed'], to: 'confirmed' },
  cancelPlacement: { from: ['proposed', 'confirmed'], to: 'selected' },
  depart: { from: ['confirmed'], to: 'abroad' },
  return: { from: ['abroad'], to: 'back' },
  withdraw: { from: ['selected', 'proposed', 'confirmed', 'abroad'], to: 'withdrawn' },
});

/** Where the step leads, or why it is refused and which steps are missing. */
export const transition = mobilityMachine.next;

/** Whether the mobility counts among the current ones: nobody who withdrew does. */
export const isCurrent = (stage: MobilityStage): boolean => stage !== 'withdrawn';
