export { AssignDialog, type Colleague } from './assign-dialog';
export { CalendarFeedButton, type FeedAccess } from './calendar-feed-button';
export { MonthCalendar, type MonthEntry } from './month-calendar';
export { type SnoozeChoice, SnoozeDialog } from './snooze-dialog';
