import { countryCode, nearCountries } from './countries';
import { type DateOrder, readDate } from './dates';
import { fault, type Fault } from './findings';
import { type ImportValue } from './import-values';
import { nameList, nearest, squash } from './text';
import { iscedCode, iscedFields, languageCode, languageLevel, languageLevels } from './vocabularies';

/** A cell as understood: its value (null where it was not), and what was noticed. */
export interface Reading {
  value: ImportValue;
  faults: readonly Fault[];
}

/** Reads one clean, filled cell; `order` is the order of days found for its column. */
export type CellReader = (text: string, order: DateOrder) => Reading;

const good = (value: ImportValue): Reading => ({ value, faults: [] });
const refused = (found: Fault): Reading => ({ value: null, faults: [found] });

/** Text of UTF-8 that was once read as Windows-1252: "MÃ¼ller". */
const garbled = /[ÃÂ][\u0080-\u00BF]|â€|\uFFFD/;

/** One line of text up to so many characters. */
export function text(max = 200): CellReader {
  return (cell) => {
    const value = cell.replace(/\s+/g, ' ');
    if (value.length > max) return refused(fault('text.long', { length: value.length, max }));
    return { value, faults: garbled.test(value) ? [fault('text.garbled', { value })] : [] };
  };
}

/** An address of the usual form: no quoting, no comments, a domain with a dot; kept in lower case. */
const emailForm =
  /^[^\s@<>()[\],;:"\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]*[\p{L}\p{N}]$/u;

export function isEmailAddress(address: string): boolean {
  const dotted = address.startsWith('.') || address.includes('..') || address.includes('.@');
  return address.length <= 254 && !dotted && emailForm.test(address);
}

export const email: CellReader = (cell) => {
  const value = cell.replace(/^mailto:/i, '').toLowerCase();
  return isEmailAddress(value) ? good(value) : refused(fault('email.form', { value: cell }));
};

/** Kept as written: 6 to 15 digits (ITU-T E.164 allows 15) with the usual signs between. */
export const phone: CellReader = (cell) => {
  const digits = cell.replace(/\D/g, '').length;
  const plausible = /^\+?[\d\s()./-]+(?:(?:ext\.?|x)\s?\d{1,5})?$/i.test(cell) && digits >= 6 && digits <= 15;
  return { value: cell, faults: plausible ? [] : [fault('phone.form', { value: cell })] };
};

export const date: CellReader = (cell, order) => {
  const read = readDate(cell, order);
  if ('day' in read) return good(read.day);
  return refused(fault(read.fault === 'none' ? 'date.none' : 'date.form', { value: cell }));
};

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'si', 's', 'vero', 'ja', 'j', 'wahr']);
const no = new Set(['no', 'n', 'false', '0', 'falso', 'nein', 'falsch']);

export const yesNo: CellReader = (cell) => {
  const word = squash(cell);
  if (yes.has(word)) return good(true);
  // A lone dash squashes to nothing.
  return no.has(word) || cell === '-' ? good(false) : refused(fault('yesNo.unknown', { value: cell }));
};

/** A whole number within bounds, both included. */
export function wholeNumber(min: number, max: number): CellReader {
  return (cell) => {
    const value = /^\d+(?:[.,]0+)?$/.test(cell) ? parseInt(cell, 10) : NaN;
    return value >= min && value <= max ? good(value) : refused(fault('number.form', { value: cell, min, max }));
  };
}

export const country: CellReader = (cell) => {
  const code = countryCode(cell);
  return code === null ? refused(fault('country.unknown', { value: cell }, nearCountries(cell))) : good(code);
};

export const isced: CellReader = (cell) => {
  const found = iscedCode(cell);
  if (found?.restored)
    return { value: found.code, faults: [fault('isced.restored', { value: cell, code: found.code })] };
  if (found) return good(found.code);
  const broad = iscedFields.filter(({ code }) => code.length === 4 && code.startsWith(cell.slice(0, 3)));
  return refused(
    fault(
      'isced.unknown',
      { value: cell },
      broad.slice(0, 5).map(({ code, label }) => `${code} ${label}`),
    ),
  );
};

export const eqf: CellReader = (cell) => {
  const level = /^(?:EQF|EQR|QEQ)?\s*(?:level|livello|niveau|stufe)?\s*([1-8])(?:[.,]0+)?$/i.exec(cell)?.[1];
  return level === undefined ? refused(fault('eqf.range', { value: cell })) : good(Number(level));
};

export const cefr: CellReader = (cell) => {
  const level = languageLevel(cell);
  return level === null ? refused(fault('languageLevel.unknown', { value: cell }, languageLevels)) : good(level);
};

export const language: CellReader = (cell) => {
  const code = languageCode(cell);
  return code === null ? { value: cell, faults: [fault('language.unknown', { value: cell })] } : good(code);
};

/** One of a few values, each known by several words. */
export function choice(words: Readonly<Record<string, readonly string[]>>): CellReader {
  const byWord = new Map(
    Object.entries(words).flatMap(([value, names]) => [value, ...names].map((name) => [squash(name), value] as const)),
  );
  const values = nameList(Object.keys(words));
  return (cell) => {
    const value = byWord.get(squash(cell));
    return value === undefined ? refused(fault('choice.unknown', { value: cell }, nearest(cell, values))) : good(value);
  };
}

/** An Organisation ID of the Commission: E and eight digits. */
export const oid: CellReader = (cell) => {
  const value = cell.toUpperCase();
  return /^E\d{8}$/.test(value) ? good(value) : refused(fault('oid.form', { value: cell }));
};
