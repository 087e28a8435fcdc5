import { daysBetween, type IsoDay } from './calendar';
import { soonDays } from './lateness';
import { type ProcessRole } from './process-template';

/** When those who hold a step hear of it, in days. */
export interface ReminderRule {
  /** So many days before the due day, once. */
  readonly soon: number;
  /** Late ones are named again after so many days. */
  readonly repeatLate: number;
  /** Late by more than so many days, the coordinator is told, once; null where that is never so. */
  readonly escalateAfter: number | null;
}

const plain: ReminderRule = { soon: soonDays, repeatLate: 7, escalateAfter: 7 };

/** By who holds the step. What the coordinators hold themselves is brought before nobody. */
export const reminderRules: Readonly<Record<ProcessRole, ReminderRule>> = {
  participant: { ...plain, escalateAfter: 5 },
  guardian: { ...plain, escalateAfter: 5 },
  companyTutor: { ...plain, escalateAfter: 3 },
  hostCoordinator: { ...plain, escalateAfter: 5 },
  sendingCoordinator: { ...plain, escalateAfter: null },
  sendingTeacher: plain,
  sendingFinance: plain,
};

/**
 * Which reminder of an open step is due on a day: `soon`, `late-0`, a week later `late-1` and so on; null while there
 * is time. Each is sent once for each due day.
 */
export function reminderDue(role: ProcessRole, dueOn: IsoDay, today: IsoDay): string | null {
  const { soon, repeatLate } = reminderRules[role];
  const late = daysBetween(dueOn, today);
  if (late > 0) return `late-${String(Math.floor((late - 1) / repeatLate))}`;
  return late >= -soon ? 'soon' : null;
}
