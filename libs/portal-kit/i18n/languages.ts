/** The languages that are complete, each by its own name. */
export const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'it', label: 'Italiano' },
] as const;

export type Locale = (typeof LANGUAGES)[number]['value'];

/** Nested texts, as a message file holds them. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

/** One file per language, loaded when the language is chosen. */
export type MessageLoaders = Readonly<Record<Locale, () => Promise<{ default: Messages }>>>;

/** Whether there are texts in this language. */
export function isLocale(value: unknown): value is Locale {
  return LANGUAGES.some((language) => language.value === value);
}

/** The first language of the list that is complete; English where none is. */
export function firstLocale(wanted: readonly (string | null | undefined)[]): Locale {
  return wanted.map((tag) => tag?.slice(0, 2).toLowerCase()).find(isLocale) ?? 'en';
}
