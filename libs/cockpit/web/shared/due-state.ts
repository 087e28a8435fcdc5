import { type StateKey } from '@softmob/ui';

/** How a due day stands, as one of the fixed states. */
export function dueState(state: string): StateKey {
  if (state === 'late') return 'blocked';
  if (state === 'today' || state === 'soon') return 'atRisk';
  if (state === 'done') return 'done';
  return state === 'cancelled' ? 'draft' : 'waiting';
}
