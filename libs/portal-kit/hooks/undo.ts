/** Something under work, and how one came to it. */
export interface Undoable<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
}

export type UndoAction<State> =
  { readonly do: 'change'; readonly to: State; readonly joins?: boolean } | { readonly do: 'undo' | 'redo' };

const MOST_UNDONE = 100;

/** The last hundred changes can be undone; one that `joins` belongs to the change before it. */
export function undoReducer<State>(state: Undoable<State>, action: UndoAction<State>): Undoable<State> {
  const { past, present, future } = state;
  if (action.do === 'change') {
    const before = action.joins && past.length > 0 ? past : [...past, present].slice(-MOST_UNDONE);
    return { past: before, present: action.to, future: [] };
  }
  if (action.do === 'undo') {
    const [last] = past.slice(-1);
    return last === undefined ? state : { past: past.slice(0, -1), present: last, future: [present, ...future] };
  }
  const [next, ...later] = future;
  return next === undefined ? state : { past: [...past, present], present: next, future: later };
}
