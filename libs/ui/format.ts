/** How much of a date is said. `short` 12 Mar · `medium` 12 Mar 2026 · `weekday` Thu 12 Mar · `month` March 2026. */
export type DateStyle = 'short' | 'medium' | 'long' | 'weekday' | 'dateTime' | 'time' | 'month' | 'monthShort';

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  dateTime: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
  month: { month: 'long', year: 'numeric' },
  monthShort: { month: 'short' },
};

const BUSINESS_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** English dates are written the European way: day before month. */
function tag(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}

/** A business date has no time zone: it is the same day everywhere. A moment is shown in the reader's zone. */
function parts(value: string | Date): { date: Date; timeZone: string | undefined } {
  if (value instanceof Date) return { date: value, timeZone: undefined };
  return BUSINESS_DATE.test(value)
    ? { date: new Date(`${value}T00:00:00Z`), timeZone: 'UTC' }
    : { date: new Date(value), timeZone: undefined };
}

/** A date or moment in the reader's language. `value`: ISO date, ISO moment or Date. */
export function formatDate(value: string | Date, style: DateStyle, locale: string): string {
  const { date, timeZone } = parts(value);
  return new Intl.DateTimeFormat(tag(locale), { ...STYLES[style], timeZone }).format(date);
}

/** Two business dates as one range, without saying the common part twice. */
export function formatDateRange(start: string, end: string, locale: string): string {
  const format = new Intl.DateTimeFormat(tag(locale), { ...STYLES.medium, timeZone: 'UTC' });
  return format.formatRange(parts(start).date, parts(end).date);
}

/** A plain number; `digits` are those after the point. */
export function formatNumber(value: number, locale: string, digits = 0): string {
  return new Intl.NumberFormat(tag(locale), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );
}

/** A share from 0 to 1 as whole per cent. */
export function formatPercent(value: number, locale: string): string {
  return new Intl.NumberFormat(tag(locale), { style: 'percent', maximumFractionDigits: 0 }).format(value);
}

/** An amount in euro; cents only where there are any. */
export function formatEuro(value: number, locale: string): string {
  const options: Intl.NumberFormatOptions = { style: 'currency', currency: 'EUR' };
  if (Number.isInteger(value)) options.maximumFractionDigits = 0;
  return new Intl.NumberFormat(tag(locale), options).format(value);
}

/** A size of a file in bytes, kilobytes or megabytes (decimal). */
export function formatBytes(value: number, locale: string): string {
  const [unit, size] =
    value >= 1e6 ? ['megabyte', value / 1e6] : value >= 1e3 ? ['kilobyte', value / 1e3] : ['byte', value];
  return new Intl.NumberFormat(tag(locale), {
    style: 'unit',
    unit: String(unit),
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(Number(size));
}

/** Words joined as one says them: "Ana, Luca and Mia". */
export function formatList(words: readonly string[], locale: string): string {
  return new Intl.ListFormat(tag(locale), { style: 'long', type: 'conjunction' }).format(words);
}

/** "in 3 days", "yesterday": `value` and `today` are business dates. */
export function formatRelativeDays(value: string, today: string, locale: string): string {
  return new Intl.RelativeTimeFormat(tag(locale), { numeric: 'auto' }).format(daysBetween(today, value), 'day');
}

/** Whole days from one business date to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The business date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
