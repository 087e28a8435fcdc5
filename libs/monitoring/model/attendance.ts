import { type IsoDay } from '@softmob/processes-model';
import { workingDays } from './weeks';

/** `holiday` is any day off that was agreed: a public holiday, a free day of the shift. */
export const ATTENDANCE_STATUSES = ['present', 'absent', 'excused', 'holiday'] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

/** Hours of a usual working day: what is proposed for a day of presence. */
export const USUAL_HOURS = 8;

/** The working days of a stay for which nobody has recorded yet whether the learner was there. */
export function missingDays(startsOn: IsoDay, endsOn: IsoDay, recorded: readonly IsoDay[]): IsoDay[] {
  const known = new Set(recorded);
  return workingDays(startsOn, endsOn).filter((day) => !known.has(day));
}
