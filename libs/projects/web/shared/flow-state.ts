import { type StateKey } from '@softmob/ui';

/** Where a flow stands today, by its dates alone. */
export function flowState(flow: { startsOn: string; endsOn: string }, today: string): StateKey {
  if (flow.endsOn < today) return 'done';
  return flow.startsOn <= today ? 'abroad' : 'waiting';
}
