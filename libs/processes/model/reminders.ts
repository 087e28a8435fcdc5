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

/** An open step, as far as its reminders go. */
export interface Remindable {
  readonly role: ProcessRole;
  readonly dueOn: IsoDay;
  /** So many days before it is due, as its process says; null leaves it to the rule of whoever holds it. */
  readonly reminders: readonly number[] | null;
}

/**
 * Which reminder of an open step is due on a day: `soon`, or `before-14` where its process says 14 days; `late-0`, a
 * week later `late-1` and so on; null while there is time. Each is sent once for each due day, and of several that have
 * come since only the last.
 */
export function reminderDue({ role, dueOn, reminders }: Remindable, today: IsoDay): string | null {
  const { soon, repeatLate } = reminderRules[role];
  const late = daysBetween(dueOn, today);
  if (late > 0) return `late-${String(Math.floor((late - 1) / repeatLate))}`;
  if (!reminders?.length) return late >= -soon ? 'soon' : null;
  const come = reminders.filter((days) => -late <= days);
  return come.length > 0 ? `before-${String(Math.min(...come))}` : null;
}
