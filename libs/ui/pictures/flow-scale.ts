import { addDays, daysBetween } from '../format';

/** A span of business dates drawn from left (0) to right (100). */
export interface Scale {
  readonly from: string;
  readonly until: string;
  /** Per cent from the left of a day's beginning. */
  at(date: string): number;
  /** The first days of the months inside, with their place. */
  readonly months: readonly { readonly date: string; readonly at: number }[];
}

interface Span {
  readonly start: string;
  readonly end: string;
}

/** Where the picture begins and ends: whole months around all spans and today, unless given. */
function bounds(spans: readonly Span[], today: string, from?: string, until?: string): [string, string] {
  const starts = [today, ...spans.map(({ start }) => start)].sort();
  const ends = [today, ...spans.map(({ end }) => end)].sort();
  const first = from ?? `${(starts[0] ?? today).slice(0, 7)}-01`;
  const last = until ?? addDays(nextMonth(ends.at(-1) ?? today), -1);
  return [first, last];
}

/** The first day of the month after the one in which the date lies. */
function nextMonth(date: string): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** The scale on which flows are drawn. */
export function flowScale(spans: readonly Span[], today: string, from?: string, until?: string): Scale {
  const [first, last] = bounds(spans, today, from, until);
  const days = Math.max(1, daysBetween(first, last) + 1);
  const at = (date: string) => Math.min(100, Math.max(0, (100 * daysBetween(first, date)) / days));
  const months: { date: string; at: number }[] = [];
  for (let date = first.endsWith('-01') ? first : nextMonth(first); date <= last; date = nextMonth(date)) {
    months.push({ date, at: at(date) });
  }
  return { from: first, until: last, at, months };
}
