import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { extend, rowAfterKey, toggle, toggleAll } from './selection';
import { type DataTableProps } from './table-types';

/** Finds the control of a row that takes part in moving by arrow keys. */
function controlOf(root: HTMLElement | null, index: number): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-row="${index}"] [data-rove]`) ?? null;
}

/**
 * Moving and selecting by keyboard and mouse. One row at a time is in the tab order; arrows move,
 * Space selects, Shift extends from the last row touched, Ctrl+A selects all rows shown.
 */
export function useRows<Row>({ rows, rowKey, selection }: DataTableProps<Row>) {
  const root = useRef<HTMLDivElement>(null);
  const anchor = useRef<string | null>(null);
  const [active, setActive] = useState(0);
  const order = rows.map(rowKey);
  const current = Math.min(active, Math.max(0, rows.length - 1));

  const select = (key: string, extending: boolean) => {
    if (!selection) return;
    const from = anchor.current;
    selection.onChange(
      extending && from !== null ? extend(selection.selected, order, from, key) : toggle(selection.selected, key),
    );
    anchor.current = key;
  };
  const moveTo = (index: number, extending: boolean) => {
    const from = order[current];
    const to = order[index];
    if (extending && selection && from !== undefined && to !== undefined) {
      selection.onChange(extend(selection.selected, order, anchor.current ?? from, to));
      anchor.current ??= from;
    }
    setActive(index);
    controlOf(root.current, index)?.focus();
  };
  return {
    root,
    current,
    setActive,
    onKeyDown: (event: KeyboardEvent) => {
      if (!(event.target instanceof HTMLElement) || event.target.dataset['rove'] === undefined) return;
      if (selection && event.key === 'a' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        selection.onChange(new Set([...selection.selected, ...order]));
        return;
      }
      const next = rowAfterKey(event.key, current, rows.length);
      if (next === null) return;
      event.preventDefault();
      moveTo(next, event.shiftKey);
    },
    pick: (key: string) => (event: MouseEvent) => select(key, event.shiftKey),
    pickAll: () => selection?.onChange(toggleAll(selection.selected, order)),
    allPicked: order.length > 0 && order.every((key) => selection?.selected.has(key)),
    somePicked: order.some((key) => selection?.selected.has(key)),
  };
}
