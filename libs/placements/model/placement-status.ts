import { defineMachine, type Moved, type Refused } from '@softmob/processes-model';
import { type MobilityStep } from '@softmob/projects-model';

/** Where a placement stands: asked for, with a company named, agreed; over early; or ended before it began. */
export const placementStatuses = ['requested', 'proposed', 'confirmed', 'ended', 'declined', 'cancelled'] as const;
export type PlacementStatus = (typeof placementStatuses)[number];

/**
 * `decline` is the host's no, `cancel` the school's (or the company's) withdrawal. `end` closes a stay that began: the
 * company cannot go on, another one takes over.
 */
export type PlacementStep = 'propose' | 'confirm' | 'end' | 'decline' | 'cancel';

/** The only ways in which a placement changes. Another company for the same learner is a new proposal. */
export const placementMachine = defineMachine<PlacementStatus, PlacementStep>({
  propose: { from: ['requested', 'proposed'], to: 'proposed' },
  confirm: { from: ['proposed'], to: 'confirmed' },
  end: { from: ['confirmed'], to: 'ended' },
  decline: { from: ['requested', 'proposed'], to: 'declined' },
  cancel: { from: ['requested', 'proposed', 'confirmed'], to: 'cancelled' },
});

/** Where the step leads (`state`), or why it is refused and which steps are missing. */
export function placementTransition(
  status: PlacementStatus,
  step: PlacementStep,
): Moved<PlacementStatus> | Refused<PlacementStatus, PlacementStep> {
  return placementMachine.next(status, step);
}

/** What becomes of the mobility when its placement takes a step. Where a stay is ended, another one follows it at once. */
export const mobilityStepOf: Readonly<Record<Exclude<PlacementStep, 'end'>, MobilityStep>> = {
  propose: 'propose',
  confirm: 'confirm',
  decline: 'decline',
  cancel: 'cancelPlacement',
};
