import { addDays, type IsoDay } from './calendar';

/** One thing of a day in a calendar. */
export interface CalendarEntry {
  /** Stays the same for the same thing, so that a subscriber moves it instead of adding it once more. */
  readonly uid: string;
  readonly day: IsoDay;
  readonly title: string;
  readonly description: string;
  readonly url: string;
}

/** A calendar as a subscriber reads it. */
export interface Calendar {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
  /** When its content last changed. */
  readonly changedAt: Date;
}

const OCTETS = 75;

/** Text as a value: RFC 5545, 3.3.11. */
const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')

    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** A line of at most 75 octets, continued on the next after a space; no character is cut in two: RFC 5545, 3.1. */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += sign;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

const dateOf = (day: IsoDay) => day.replaceAll('-', '');
const stampOf = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** A calendar of whole days in the form of RFC 5545 (iCalendar), lines ended by CR LF. */
export function toICalendar({ name, entries, changedAt }: Calendar): string {
  const stamp = stampOf(changedAt);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//SoftMob//Tasks//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...entries.flatMap(({ uid, day, title, description, url }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${stamp}`,
      `LAST-MODIFIED:${stamp}`,
      `DTSTART;VALUE=DATE:${dateOf(day)}`,
      `DTEND;VALUE=DATE:${dateOf(addDays(day, 1))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(description)}`,
      `URL:${url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
