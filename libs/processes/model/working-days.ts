import { addDays, isoDay, type IsoDay } from './calendar';
import { type HolidayRules, holidayRules } from './public-holidays.data';

const weekdayOf = (day: IsoDay): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Easter Sunday of a year. Source: Meeus, Astronomical Algorithms, chapter 8. */
function easterOf(year: number): IsoDay {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - f + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const sum = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return isoDay(year, Math.floor(sum / 31), (sum % 31) + 1) ?? '';
}

/** Easter Sunday of the Julian calendar, as a day of ours: thirteen days later from 1900 to 2099. Source: as above. */
function orthodoxEasterOf(year: number): IsoDay {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const sum = d + e + 114;
  return addDays(isoDay(year, Math.floor(sum / 31), (sum % 31) + 1) ?? '', 13);
}

/** The first such weekday on or after a day. */
const firstWeekday = (weekday: number, from: IsoDay) => addDays(from, (weekday - weekdayOf(from) + 7) % 7);

function holidaysOfYear(rules: HolidayRules, year: number): IsoDay[] {
  const inYear = (monthDay: string) => `${String(year)}-${monthDay}`;
  const easter = rules.orthodox ? orthodoxEasterOf(year) : easterOf(year);
  return [
    ...rules.fixed.split(' ').map(inYear),
    ...rules.easter.map((offset) => addDays(easter, offset)),
    ...(rules.weekdays ?? []).map(([weekday, from]) => firstWeekday(weekday, inYear(from))),
    ...(rules.substituted ?? [])
      .map(inYear)
      .filter((day) => [0, 6].includes(weekdayOf(day)))
      .map((day) => firstWeekday(1, day)),
  ];
}

const known = new Map<string, ReadonlySet<IsoDay>>();

/** National public holidays of a country (ISO 3166-1 alpha-2) in a year; none for a country without known rules. */
export function publicHolidays(country: string, year: number): ReadonlySet<IsoDay> {
  const key = `${country}${String(year)}`;
  let found = known.get(key);
  if (!found) {
    const rules = holidayRules[country];
    found = new Set(rules ? holidaysOfYear(rules, year) : []);
    known.set(key, found);
  }
  return found;
}

/** Whether people of this country work on that day: no weekend, no national public holiday. */
export function isWorkingDay(day: IsoDay, country: string): boolean {
  return ![0, 6].includes(weekdayOf(day)) && !publicHolidays(country, Number(day.slice(0, 4))).has(day);
}

/**
 * The working day so many working days later (negative: earlier). 0 is the day itself or, where nobody works on it, the
 * last working day before.
 */
export function addWorkingDays(day: IsoDay, count: number, country: string): IsoDay {
  const step = count > 0 ? 1 : -1;
  let [at, left] = [day, Math.abs(count)];
  if (left === 0) {
    while (!isWorkingDay(at, country)) at = addDays(at, -1);
    return at;
  }
  while (left > 0) {
    at = addDays(at, step);
    if (isWorkingDay(at, country)) left -= 1;
  }
  return at;
}
