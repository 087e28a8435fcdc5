import { type Stage, STAGES } from '@softmob/access';
import { defineMachine, type Moved, type Refused } from '@softmob/processes-model';

/** Where a mobility stands; what others may see of its person follows from it. */
export type MobilityStage = Stage;
export const mobilityStages: readonly MobilityStage[] = STAGES;

/** `decline` is the host's no to a proposal, `cancelPlacement` the end of a placement before departure. */
export type MobilityStep = 'propose' | 'decline' | 'confirm' | 'cancelPlacement' | 'depart' | 'return' | 'withdraw';

/** The only ways in which a stage changes. A company replaced while somebody is abroad changes the placement, not the stage. */
export const mobilityMachine = defineMachine<MobilityStage, MobilityStep>({
  propose: { from: ['selected'], to: 'proposed' },
  decline: { from: ['proposed'], to: 'selected' },
  confirm: { from: ['proposed'], to: 'confirmed' },
  cancelPlacement: { from: ['proposed', 'confirmed'], to: 'selected' },
  depart: { from: ['confirmed'], to: 'abroad' },
  return: { from: ['abroad'], to: 'back' },
  withdraw: { from: ['selected', 'proposed', 'confirmed', 'abroad'], to: 'withdrawn' },
});

/** Where the step leads (`state`), or why it is refused and which steps are missing. */
export function transition(
  stage: MobilityStage,
  step: MobilityStep,
): Moved<MobilityStage> | Refused<MobilityStage, MobilityStep> {
  return mobilityMachine.next(stage, step);
}

/** Whether the mobility counts among the current ones: all but the withdrawn. */
export function isCurrent(stage: MobilityStage): boolean {
  return stage !== 'withdrawn';
}
