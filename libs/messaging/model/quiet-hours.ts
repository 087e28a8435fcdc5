/** Hours of the day in which no e-mail is sent, in the person's own time; `until` may lie on the next morning. */
export interface QuietHours {
  /** HH:MM, inclusive. */
  readonly from: string;
  /** HH:MM, exclusive. */
  readonly until: string;
  /** IANA name, such as `Europe/Rome`. */
  readonly timeZone: string;
}

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;

/** Whether the time zone exists. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Minutes since midnight on the wall clock of a time zone. */
function localMinutes(at: Date, timeZone: string): number {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return minutesOf(text.format(at));
}

/** The distance between two times of a day, the shorter way round, in minutes. */
function drift(from: number, to: number): number {
  const ahead = (to - from + DAY_MINUTES) % DAY_MINUTES;
  return ahead > DAY_MINUTES / 2 ? ahead - DAY_MINUTES : ahead;
}

/**
 * When the quiet hours around a moment end; null outside of them. Where the clocks change in between, the end is still
 * `until` as the wall clock shows it; an `until` that the wall clock skips is as much later as it skips.
 */
export function endOfQuiet(now: Date, { from, until, timeZone }: QuietHours): Date | null {
  const [start, end, local] = [minutesOf(from), minutesOf(until), localMinutes(now, timeZone)];
  const length = (end - start + DAY_MINUTES) % DAY_MINUTES;
  if ((local - start + DAY_MINUTES) % DAY_MINUTES >= length) return null;
  const whole = Math.floor(now.getTime() / MINUTE) * MINUTE;
  const guess = whole + ((end - local + DAY_MINUTES) % DAY_MINUTES) * MINUTE;
  const off = drift(localMinutes(new Date(guess), timeZone), end);
  const corrected = new Date(guess + off * MINUTE);
  return localMinutes(corrected, timeZone) === end ? corrected : new Date(guess);
}
