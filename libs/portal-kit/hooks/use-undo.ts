import { useReducer, useRef } from 'react';
import { type Undoable, undoReducer } from './undo';

/** Milliseconds without a key: what is typed after them is a change of its own. */
const PAUSE = 1_000;

/** Something under work, each change of which can be undone; what is typed into one field in one go is one change. */
export function useUndo<State extends object>(first: () => State) {
  const [state, dispatch] = useReducer(undoReducer<State>, null, (): Undoable<State> => ({
    past: [],
    present: first(),
    future: [],
  }));
  const typing = useRef<{ field: string | null; at: number }>({ field: null, at: 0 });
  const change = (patch: Partial<State>, field: string | null = null) => {
    const { field: last, at } = typing.current;
    const joins = field !== null && field === last && Date.now() - at < PAUSE;
    dispatch({ do: 'change', to: { ...state.present, ...patch }, joins });
    typing.current = { field, at: Date.now() };
  };
  const step = (direction: 'undo' | 'redo') => {
    typing.current = { field: null, at: 0 };
    dispatch({ do: direction });
  };
  return { ...state, change, step };
}
