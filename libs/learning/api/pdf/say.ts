import { fill, formatDay, type LocalText, type Locale, textIn } from '@softmob/learning-model';

type Values = Parameters<typeof fill>[1];

/** The reader's language, carried through a document. */
export interface Say {
  readonly locale: Locale;
  /** A text in the reader's language, its placeholders filled. */
  (value: LocalText, values?: Values): string;
  /** A date written out; its day never parts from its month. */
  day(isoDate: string): string;
}

/** A speaker of one language. */
export function speaker(locale: Locale): Say {
  const say = (value: LocalText, values: Values = {}) => textIn(fill(value, values), locale);
  return Object.assign(say, { locale, day: (isoDate: string) => formatDay(isoDate, locale).replace(' ', '\u00a0') });
}

const ONE_LINE = 54;

/** E-mail and phone on one line where they fit, else on two; a number never breaks. */
export function reach(email: string, number: string): string {
  const unbroken = number.replaceAll(' ', '\u00a0');
  return email.length + number.length > ONE_LINE ? `${email}\n${unbroken}` : joined(email, unbroken);
}

/** Names as people list them: "A, B and C". */
export const listed = (names: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);

/** What is known of several parts, with a dot between them. */
export const joined = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '').join('   ·   ');
