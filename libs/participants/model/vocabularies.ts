import { iscedFieldList } from './isced-f.data';
import { squash } from './text';

/** A field of education and training of ISCED-F 2013. */
export interface IscedField {
  code: string;
  label: string;
}

/** ISCED-F 2013 with English labels (EU Vocabularies, CC BY 4.0). */
export const iscedFields: readonly IscedField[] = iscedFieldList
  .trim()
  .split('\n')
  .map((line) => ({ code: line.slice(0, line.indexOf(' ')), label: line.slice(line.indexOf(' ') + 1) }));

const iscedCodes = new Set(iscedFields.map(({ code }) => code));

/**
 * The ISCED-F code at the beginning of a text (`0714 Electronics`); null where unknown.
 * `restored` tells that a leading zero, which spreadsheets drop from numbers, was put back.
 */
export function iscedCode(text: string): { code: string; restored: boolean } | null {
  const digits = /^(\d{2,4})(?!\d)/.exec(text)?.[1];
  if (digits === undefined) return null;
  if (iscedCodes.has(digits)) return { code: digits, restored: false };
  return iscedCodes.has(`0${digits}`) ? { code: `0${digits}`, restored: true } : null;
}

/** Levels of the Common European Framework of Reference for Languages. */
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type LanguageLevel = (typeof languageLevels)[number];

/** The CEFR level of a text (`b1`, `B1+`, `B1.2`); null where it is none. */
export function languageLevel(text: string): LanguageLevel | null {
  const level = /^([ABC][12])(?:\+|[.-]\d)?$/i.exec(text)?.[1]?.toUpperCase();
  return languageLevels.find((known) => known === level) ?? null;
}

/** Languages of the Union, of the programme's countries and of their neighbours (ISO 639-1). */
const languages =
  'ar bg bs ca cs cy da de el en es et eu fi fr ga gl hr hu is it lb lt lv mk mt nb nl nn no pl pt ro ru sk sl sq sr sv tr uk zh'.split(
    ' ',
  );

function collectLanguages(): Map<string, string> {
  const byName = new Map<string, string>();
  for (const locale of ['en', 'it', 'de']) {
    const display = new Intl.DisplayNames([locale], { type: 'language' });
    for (const code of languages) byName.set(squash(display.of(code) ?? code), code);
  }
  for (const code of languages) byName.set(code, code);
  return byName;
}

let languageNames: Map<string, string> | null = null;

/** The ISO 639-1 code of a code or a name (English, Italian, German); null where unknown. */
export function languageCode(text: string): string | null {
  languageNames ??= collectLanguages();
  return languageNames.get(squash(text)) ?? null;
}
