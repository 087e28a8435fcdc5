import { addDays } from '@softmob/processes-model';

/** `2027-03` of a day. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The first day of the month so many months later; negative numbers go back. */
export function shiftMonth(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** The weeks that hold a month, Monday first, with the days of its neighbours that fill them. */
export function weeksOf(day: string): string[][] {
  const first = `${monthOf(day)}-01`;
  const monday = addDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7));
  const next = shiftMonth(first, 1);
  const weeks: string[][] = [];
  for (let start = monday; start < next; start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_day, at) => addDays(start, at)));
  }
  return weeks;
}
