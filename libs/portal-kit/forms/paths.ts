/** Values of a form by dotted path: `learners.0.email`. */

type Container = Readonly<Record<string, unknown>> | readonly unknown[];

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** The value at the path; undefined where there is none. */
export function valueAt(values: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (isContainer(at) ? (at as Record<string, unknown>)[key] : undefined), values);
}

/** A copy with another value at the path; everything beside the path stays the same object. */
export function withValueAt<Values>(values: Values, path: string, value: unknown): Values {
  const [key = '', ...rest] = path.split('.');
  const inner = isContainer(values) ? (values as unknown as Record<string, unknown>)[key] : undefined;
  const next =
    rest.length === 0 ? value : withValueAt(inner ?? (/^\d+$/.test(rest[0] ?? '') ? [] : {}), rest.join('.'), value);
  if (Array.isArray(values)) {
    const copy: unknown[] = [...(values as unknown[])];
    copy[Number(key)] = next;
    return copy as Values;
  }
  return { ...values, [key]: next };
}

/** Whether two sets of values are the same, whatever the order of their keys. */
export function sameValues(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isContainer(one) || !isContainer(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) =>
    sameValues((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
