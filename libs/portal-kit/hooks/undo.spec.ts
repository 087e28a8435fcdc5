import { type Undoable, undoReducer } from './undo';

const start: Undoable<string> = { past: [], present: 'a', future: [] };
const change = (state: Undoable<string>, to: string, joins = false) => undoReducer(state, { do: 'change', to, joins });
const undo = (state: Undoable<string>) => undoReducer(state, { do: 'undo' });
const redo = (state: Undoable<string>) => undoReducer(state, { do: 'redo' });

describe('undo', () => {
  it('goes back and forth through the changes, typing in one field being one of them', () => {
    const undone = undo(change(change(change(start, 'b'), 'bc', true), 'd'));
    expect([undone.present, undo(undone).present, redo(undone).present]).toEqual(['bc', 'a', 'd']);
  });

  it('forgets what was undone once something else is changed, and does nothing at either end', () => {
    const undone = undo(change(change(start, 'b'), 'c'));
    expect(redo(change(undone, 'e')).present).toBe('e');
    expect(undo(start)).toBe(start);
    expect(redo(start)).toBe(start);
  });
});
