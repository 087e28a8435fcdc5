/** What a table's selection does on each gesture: pure, so that it can be tried without a browser. */

/** Adds the key or takes it away. */
export function toggle(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Selects everything between two rows, both included, in the order shown. */
export function extend(
  selected: ReadonlySet<string>,
  order: readonly string[],
  anchor: string,
  key: string,
): ReadonlySet<string> {
  const [a, b] = [order.indexOf(anchor), order.indexOf(key)];
  if (a < 0 || b < 0) return toggle(selected, key);
  return new Set([...selected, ...order.slice(Math.min(a, b), Math.max(a, b) + 1)]);
}

/** All rows shown: selects them, or, when they are all selected already, none of them. */
export function toggleAll(selected: ReadonlySet<string>, order: readonly string[]): ReadonlySet<string> {
  const all = order.every((key) => selected.has(key));
  const shown = new Set(order);
  return all ? new Set([...selected].filter((key) => !shown.has(key))) : new Set([...selected, ...order]);
}

/** The row the arrow, Home or End key leads to; null for any other key. */
export function rowAfterKey(key: string, index: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(count - 1, index + 1);
  if (key === 'ArrowUp') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
