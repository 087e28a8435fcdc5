import { addDays, type IsoDay, isoDay } from '@softmob/processes-model';

/** How a column writes its days: 2009-08-12, 12.08.2009 or 12/08/2009, 08/12/2009. */
export type DateOrder = 'iso' | 'dmy' | 'mdy';

/** The order found in a column; ambiguous where every day with slashes could be read either way. */
export interface DateForm {
  order: DateOrder;
  ambiguous: boolean;
}

export type ReadDate = { day: IsoDay } | { fault: 'form' | 'none' };

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?: .*)?$/;
const slashed = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?: .*)?$/;
const serial = /^\d{5}(?:\.\d+)?$/;
/** Day 0 of the spreadsheets' count, with their error of a 29 February 1900 already taken into account. */
const serialStart = '1899-12-30';

/**
 * Finds the order of a column over all its values. Only days with slashes or hyphens can be read in two ways;
 * one that fits just one order decides for all, and where none does the European order is taken.
 */
export function detectDateForm(values: readonly string[]): DateForm {
  const pairs = values.flatMap((value) => {
    const parts = slashed.exec(value);
    return parts ? [{ first: Number(parts[1]), second: Number(parts[3]) }] : [];
  });
  if (pairs.length === 0) {
    return { order: values.some((value) => dotted.test(value)) ? 'dmy' : 'iso', ambiguous: false };
  }
  const dayFirst = pairs.some(({ first }) => first > 12);
  const monthFirst = pairs.some(({ second }) => second > 12);
  const either = pairs.some(({ first, second }) => first !== second);
  return { order: monthFirst && !dayFirst ? 'mdy' : 'dmy', ambiguous: !dayFirst && !monthFirst && either };
}

const exists = (year: string | undefined, month: string | undefined, day: string | undefined): ReadDate => {
  const found = isoDay(Number(year), Number(month), Number(day));
  return found === null ? { fault: 'none' } : { day: found };
};

/** Reads one day in the column's order; a year first, dots and a spreadsheet's serial number are understood in every column. */
export function readDate(text: string, order: DateOrder): ReadDate {
  const iso = yearFirst.exec(text);
  if (iso) return exists(iso[1], iso[2], iso[3]);
  const dots = dotted.exec(text);
  if (dots) return exists(dots[3], dots[2], dots[1]);
  const slashes = slashed.exec(text);
  if (slashes) {
    const [, first, , second, year] = slashes;
    return order === 'mdy' ? exists(year, first, second) : exists(year, second, first);
  }
  if (serial.test(text)) return { day: addDays(serialStart, Math.floor(Number(text))) };
  return { fault: 'form' };
}
