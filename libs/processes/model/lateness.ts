import { daysBetween, type IsoDay } from './calendar';

/** Days ahead within which something open counts as soon. */
export const soonDays = 7;

export interface Lateness {
  /** Days past the due day; negative while there is still time. */
  days: number;
  state: 'late' | 'today' | 'soon' | 'later';
}

/** How an open task stands on a business day. */
export function lateness(dueOn: IsoDay, today: IsoDay): Lateness {
  const days = daysBetween(dueOn, today);
  if (days > 0) return { days, state: 'late' };
  if (days === 0) return { days: 0, state: 'today' };
  return { days, state: days >= -soonDays ? 'soon' : 'later' };
}
