/** The languages in which the product's own texts are complete. */
export const LOCALES = ['en', 'it'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in each language. An empty one means "not written": readers then see the other. */
export type LocalText = Record<Locale, string>;

/** Both languages of one text. */
export const text = (en: string, it: string): LocalText => ({ en, it });

/**
 * A text typed by hand in one language. The other stays empty, so that no reader meets a translation that
 * says something else.
 */
export function textFrom(locale: Locale, value: string): LocalText {
  return { en: '', it: '', [locale]: value };
}

/** The text in the reader's language, else in the one it was written in. */
export function textIn(value: LocalText, locale: Locale): string {
  return value[locale] || LOCALES.map((other) => value[other]).find((other) => other !== '') || '';
}

/** True where neither language says anything. */
export function isBlank(value: LocalText | string | null | undefined): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'string' ? value.trim() === '' : LOCALES.every((locale) => value[locale].trim() === '');
}

/** Fills `{name}` in both languages; a value may differ by language. */
export function fill(template: LocalText, values: Record<string, LocalText | string | number>): LocalText {
  const into = (locale: Locale) =>
    template[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'object' ? textIn(value, locale) : String(value);
    });
  return { en: into('en'), it: into('it') };
}

const INTL: Record<Locale, string> = { en: 'en-GB', it: 'it-IT' };
/** The BCP 47 tag whose conventions a language's dates and numbers follow. */
export const intlTag = (locale: Locale): string => INTL[locale];

const DAY_MS = 86_400_000;
const utc = (isoDate: string) => new Date(`${isoDate}T00:00:00Z`);

/** "7 March 2027"; the input as it is where it is no date. */
export function formatDay(isoDate: string, locale: Locale): string {
  const date = utc(isoDate);
  if (Number.isNaN(date.getTime())) return isoDate;
  return new Intl.DateTimeFormat(INTL[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}

/** "7 Mar", for tables whose year is plain from their heading. */
export function formatShortDay(isoDate: string, locale: Locale): string {
  return new Intl.DateTimeFormat(INTL[locale], { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    utc(isoDate),
  );
}

/** "12 March 2027, 14:05 CET" in a named time zone (IANA). */
export function formatMoment(instant: Date, locale: Locale, timeZone = 'Europe/Brussels'): string {
  return new Intl.DateTimeFormat(INTL[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(instant);
}

/** The country's name from its ISO 3166-1 alpha-2 code; the code where it is none. */
export function countryName(code: string, locale: Locale): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(INTL[locale], { type: 'region' }).of(code) ?? code) : code;
}

/** The language's name from its ISO 639 code, with the capital that a document gives it. */
export function languageName(code: string, locale: Locale): string {
  if (!/^[a-z]{2,3}$/.test(code)) return code;
  const name = new Intl.DisplayNames(INTL[locale], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(INTL[locale]) + name.slice(1);
}

/** The date so many days later (ISO dates, no time zone involved). */
export function addDays(isoDate: string, days: number): string {
  return new Date(utc(isoDate).getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from the first to the last, both counted. */
export function daysInclusive(start: string, end: string): number {
  return Math.round((utc(end).getTime() - utc(start).getTime()) / DAY_MS) + 1;
}
