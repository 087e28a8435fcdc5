import { addDays, daysBetween, type IsoDay } from '@softmob/processes-model';

const MONDAY_BEFORE_1970 = '1969-12-29';
const daysOfWeek = 7;

/** 0 for a Monday to 6 for a Sunday. */
export function weekdayOf(day: IsoDay): number {
  return ((daysBetween(MONDAY_BEFORE_1970, day) % daysOfWeek) + daysOfWeek) % daysOfWeek;
}

/** The Monday of the ISO week that holds this day. */
export function mondayOf(day: IsoDay): IsoDay {
  return addDays(day, -weekdayOf(day));
}

/** Every day from the first to the last, both counted; empty where the last lies before. */
function daysFromTo(from: IsoDay, to: IsoDay): IsoDay[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_day, at) => addDays(from, at));
}

/** Monday to Friday of a stay. */
export function workingDays(from: IsoDay, to: IsoDay): IsoDay[] {
  return daysFromTo(from, to).filter((day) => weekdayOf(day) < 5);
}

/** The Mondays of all weeks that the stay touches with at least one working day. */
export function weeksOfStay(startsOn: IsoDay, endsOn: IsoDay): IsoDay[] {
  return [...new Set(workingDays(startsOn, endsOn).map(mondayOf))];
}

/** The days of a week that belong to the stay. */
export function daysOfWeekInStay(weekStart: IsoDay, startsOn: IsoDay, endsOn: IsoDay): IsoDay[] {
  return daysFromTo(weekStart, addDays(weekStart, 6)).filter((day) => day >= startsOn && day <= endsOn);
}

/** How many entries make the diary of an ISO week complete. */
export const DIARY_DAYS_PER_WEEK = 5;

/** The last working day that the stay has in this week: a report is due from then on. */
function lastWorkingDay(weekStart: IsoDay, startsOn: IsoDay, endsOn: IsoDay): IsoDay | undefined {
  return daysOfWeekInStay(weekStart, startsOn, endsOn)
    .filter((day) => weekdayOf(day) < 5)
    .at(-1);
}

/** The weeks whose last working day is behind: a report is expected for each. */
export function weeksWithReportDue(startsOn: IsoDay, endsOn: IsoDay, today: IsoDay): IsoDay[] {
  return weeksOfStay(startsOn, endsOn).filter((week) => (lastWorkingDay(week, startsOn, endsOn) ?? today) < today);
}
