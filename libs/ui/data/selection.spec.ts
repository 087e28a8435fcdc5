import { extend, rowAfterKey, toggle, toggleAll } from './selection';

const order = ['ana', 'bea', 'carlo', 'dino', 'eva'];

describe('selecting rows', () => {
  test('a second click takes a row out again and leaves the given set untouched', () => {
    const before = new Set(['ana']);
    expect([...toggle(before, 'bea')]).toEqual(['ana', 'bea']);
    expect([...toggle(before, 'ana')]).toEqual([]);
    expect([...before]).toEqual(['ana']);
  });

  test('Shift selects the rows between, upwards as downwards, and keeps what was selected', () => {
    expect([...extend(new Set(['ana']), order, 'dino', 'bea')].sort()).toEqual(['ana', 'bea', 'carlo', 'dino']);
    expect([...extend(new Set(), order, 'bea', 'carlo')]).toEqual(['bea', 'carlo']);
  });

  test('Shift after the first row has been filtered away selects just the one pressed', () => {
    expect([...extend(new Set(['eva']), order, 'gone', 'bea')]).toEqual(['eva', 'bea']);
  });

  test('"select all" selects what is shown; pressed again it frees only what is shown', () => {
    expect(toggleAll(new Set(['hidden']), order).size).toBe(6);
    expect([...toggleAll(new Set(['hidden', ...order]), order)]).toEqual(['hidden']);
  });

  test('arrow keys stop at the ends', () => {
    expect(rowAfterKey('ArrowDown', 4, 5)).toBe(4);
    expect(rowAfterKey('ArrowUp', 0, 5)).toBe(0);
    expect(rowAfterKey('End', 1, 5)).toBe(4);
    expect(rowAfterKey('x', 1, 5)).toBeNull();
  });
});
