import { type IsoDay } from '@softmob/processes-model';

/** A stay from its first to its last day, both included. */
export interface Stay {
  starts: IsoDay;
  ends: IsoDay;
}

/** Whether two stays share at least one day. */
export function staysOverlap(a: Stay, b: Stay): boolean {
  return a.starts <= b.ends && b.starts <= a.ends;
}

/** The most stays that are there on one and the same day between the two days, both included. */
export function peakTaken(stays: readonly Stay[], from: IsoDay, to: IsoDay): number {
  const within = stays.filter((stay) => staysOverlap(stay, { starts: from, ends: to }));
  // The number rises only on a first day, so that looking at the first days is enough.
  const days = [from, ...within.map(({ starts }) => starts).filter((day) => day > from)];
  return Math.max(...days.map((day) => within.filter(({ starts, ends }) => starts <= day && day <= ends).length));
}
