/**
 * Days as ISO text (`2027-03-07`): no time of day, no time zone. Text of this form sorts and compares as the days do.
 */
export type IsoDay = string;

const millisecondsPerDay = 86_400_000;
const isoDayForm = /^(\d{4})-(\d{2})-(\d{2})$/;

const toTime = (day: IsoDay): number => {
  const time = Date.parse(`${day}T00:00:00Z`);
  // A day that the calendar does not have runs over into the next month.
  const exists = day.length === 10 && day[4] === '-' && new Date(time).getUTCDate() === Number(day.slice(8));
  if (!exists) throw new RangeError(`Not a day of the form 2027-03-07: ${day}`);
  return time;
};
const toDay = (time: number): IsoDay => new Date(time).toISOString().slice(0, 10);

/** The day of these numbers (month 1–12), or null where the calendar has no such day (31 February). */
export function isoDay(year: number, month: number, day: number): IsoDay | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? toDay(time) : null;
}

/** Whether the text is a day that exists, in the form 2027-03-07. */
export function isIsoDay(text: string): boolean {
  const parts = isoDayForm.exec(text);
  return parts !== null && isoDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text;
}

/** The day so many days later; negative numbers go back. Throws RangeError on what is not a day. */
export function addDays(day: IsoDay, days: number): IsoDay {
  return toDay(toTime(day) + days * millisecondsPerDay);
}

/** The day so many weeks later; negative numbers go back. */
export function addWeeks(day: IsoDay, weeks: number): IsoDay {
  return addDays(day, weeks * 7);
}

/** Days from the first to the second: 0 for the same day, negative where the second lies before. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((toTime(to) - toTime(from)) / millisecondsPerDay);
}

/** Days of a stay with its first and its last day: 2027-03-07 to 2027-04-03 are 28. */
export function daysOfStay(from: IsoDay, to: IsoDay): number {
  return daysBetween(from, to) + 1;
}

/** ISO 8601 week: Monday begins it, and the week belongs to the year that holds its Thursday. */
export function isoWeek(day: IsoDay): { year: number; week: number } {
  const weekday = (new Date(toTime(day)).getUTCDay() + 6) % 7;
  const thursday = addDays(day, 3 - weekday);
  const year = Number(thursday.slice(0, 4));
  return { year, week: Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 };
}
