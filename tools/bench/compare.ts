const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** The content without its spelling: keys in order, moments as milliseconds. */
function normal(value: unknown): unknown {
  if (typeof value === 'string' && MOMENT.test(value)) return Date.parse(value);
  if (Array.isArray(value)) return value.map(normal);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, normal(inner)]));
}

/** Where two answers first differ in content; null where they say the same. */
export function firstDifference(one: unknown, other: unknown): string | null {
  const [a, b] = [JSON.stringify(normal(one)), JSON.stringify(normal(other))];
  if (a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  return `…${around(a)}… is not …${around(b)}…`;
}
