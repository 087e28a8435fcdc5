/** Filters and choices that live in the address, typed by their defaults. */
export type UrlValue = string | number | boolean | readonly string[];
export type UrlState = Readonly<Record<string, UrlValue>>;

/** Widens literal defaults to what the parameter may hold. */
export type Widened<State extends UrlState> = {
  -readonly [Key in keyof State]: State[Key] extends boolean
    ? boolean
    : State[Key] extends number
      ? number
      : State[Key] extends readonly string[]
        ? string[]
        : string;
};

/** Reads one parameter as the type of its default. */
function parse(text: string | null, fallback: UrlValue): UrlValue {
  if (text === null) return fallback;
  if (typeof fallback === 'boolean') return text === '1';
  if (typeof fallback === 'number') return Number.isFinite(Number(text)) ? Number(text) : fallback;
  if (typeof fallback === 'string') return text;
  return text === '' ? [] : text.split(',');
}

function print(value: UrlValue): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'object' ? value.join(',') : String(value);
}

/** The state that an address says, with defaults where it is silent. */
export function readUrlState<State extends UrlState>(params: URLSearchParams, defaults: State): Widened<State> {
  return Object.fromEntries(
    Object.entries(defaults).map(([key, fallback]) => [key, parse(params.get(key), fallback)]),
  ) as Widened<State>;
}

/** The address after a change: what equals its default is left out, what is not ours is kept. */
export function writeUrlState<State extends UrlState>(
  params: URLSearchParams,
  defaults: State,
  patch: Partial<Widened<State>>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [key, value] of Object.entries(patch) as [string, UrlValue][]) {
    const text = print(value);
    if (defaults[key] !== undefined && text === print(defaults[key])) next.delete(key);
    else next.set(key, text);
  }
  return next;
}
