/** Characters of a message. */
export const MAX_TEXT = 4_000;
/** Files of a message. */
export const MAX_FILES = 5;
/** Minutes in which a sender may still change or take back a message. */
export const CHANGE_MINUTES = 15;

/** Whether the sender may still change or take back what was sent at that moment. */
export function mayStillChange(sentAt: Date, now: Date): boolean {
  return now.getTime() - sentAt.getTime() < CHANGE_MINUTES * 60_000;
}
