import { OUTCOME_KINDS, textIn, type Locale } from '@softmob/learning-model';
import { type Sort } from '@softmob/ui';
import { type Unit } from './units.teacher';

/** What the list of units is narrowed to; an empty list does not restrict. */
export interface UnitFilters {
  readonly q: string;
  readonly occupation: readonly string[];
  readonly eqf: readonly string[];
  readonly from: readonly string[];
}

/** Who wrote a unit: the school itself, or whoever made the product. */
export const sourceOf = (unit: Pick<Unit, 'id'>): 'own' | 'shipped' => (unit.id ? 'own' : 'shipped');

/** How many outcomes a unit names, of all three kinds. */
export const outcomeCount = (unit: Unit): number => OUTCOME_KINDS.reduce((sum, kind) => sum + unit[kind].length, 0);

const wordsOf = (unit: Unit): string =>
  [unit.title, ...OUTCOME_KINDS.flatMap((kind) => unit[kind])]
    .map(({ en, it }) => `${en} ${it}`)
    .join(' ')
    .toLowerCase();

/** The units that fit: by a word of title or outcomes in either language, by occupation, level and writer. */
export function shownUnits(units: readonly Unit[], { q, occupation, eqf, from }: UnitFilters): Unit[] {
  const word = q.trim().toLowerCase();
  const fits = (chosen: readonly string[], value: string) => chosen.length === 0 || chosen.includes(value);
  return units.filter(
    (unit) =>
      fits(occupation, unit.occupation) &&
      fits(eqf, String(unit.eqf)) &&
      fits(from, sourceOf(unit)) &&
      (!word || wordsOf(unit).includes(word)),
  );
}

const VALUES: Readonly<Record<string, (unit: Unit, locale: Locale) => string | number>> = {
  title: (unit, locale) => textIn(unit.title, locale),
  occupation: ({ occupation }) => occupation,
  eqf: ({ eqf }) => eqf,
  hours: ({ hours }) => hours,
  outcomes: outcomeCount,
};

/** The units in the order asked for; the school's own first where nothing is. */
export function sortedUnits(units: readonly Unit[], sort: Sort | undefined, locale: Locale): Unit[] {
  const value = sort && VALUES[sort.key];
  if (!value) return [...units].sort((a, b) => Number(b.id !== null) - Number(a.id !== null));
  const way = sort.direction === 'desc' ? -1 : 1;
  return [...units].sort((a, b) => {
    const [left, right] = [value(a, locale), value(b, locale)];
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left).localeCompare(String(right), locale);
    return order * way;
  });
}
