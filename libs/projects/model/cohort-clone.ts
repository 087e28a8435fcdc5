import { addDays, addWeeks, daysBetween, type IsoDay } from '@softmob/processes-model';

/** The farthest that a cohort may be moved, either way. */
export const MOST_WEEKS = 260;

/** How many places an occupation takes; no more than that is known of last year's people. */
export interface OccupationPlaces {
  occupation: string;
  places: number;
}

/** Whole weeks from the earliest departure to the wanted one; null where the two are not on the same day of the week. */
export function weeksBetween(earliest: IsoDay, wanted: IsoDay): number | null {
  const days = daysBetween(earliest, wanted);
  return days % 7 === 0 ? days / 7 : null;
}

/** The day nearest to the wanted one that lies whole weeks after the earliest departure. */
export function nearestWholeWeek(earliest: IsoDay, wanted: IsoDay): IsoDay {
  return addWeeks(earliest, Math.round(daysBetween(earliest, wanted) / 7));
}

/** First and last day, so many weeks later: a stay keeps its length and its days of the week. */
export function shiftStay(stay: { startsOn: IsoDay; endsOn: IsoDay }, weeks: number) {
  return { startsOn: addWeeks(stay.startsOn, weeks), endsOn: addDays(stay.endsOn, weeks * 7) };
}

/** The code itself where it is free, else the same with the first free number behind it: BER-1, BER-1-2, BER-1-3. */
export function freeCode(code: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const wanted = number === 1 ? code : `${code.slice(0, 16)}-${String(number)}`;
    if (!taken.has(wanted)) return wanted;
  }
}

/** Places of several lists added up by occupation, in alphabetical order. */
export function addPlaces(lists: readonly (readonly OccupationPlaces[])[]): OccupationPlaces[] {
  const sums = new Map<string, number>();
  for (const { occupation, places } of lists.flat()) sums.set(occupation, (sums.get(occupation) ?? 0) + places);
  return [...sums]
    .map(([occupation, places]) => ({ occupation, places }))
    .sort((a, b) => a.occupation.localeCompare(b.occupation));
}
