import { foldLine, toICalendar } from './ical';

const octets = (text: string) => new TextEncoder().encode(text).length;

describe('a calendar as text', () => {
  const calendar = toICalendar({
    name: 'Tasks; mine, all',
    changedAt: new Date('2027-01-02T03:04:05.678Z'),
    entries: [
      {
        uid: 'a@b',
        day: '2027-02-28',
        title: 'Firmare l’accordo, capitolo 1; \\ fine',
        description: 'First\nsecond',
        url: 'https://softmob.example/x',
      },
    ],
  });

  it('ends every line by CR LF and holds whole days, the last one excluded', () => {
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(calendar).toContain('\r\nDTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\n');
    expect(calendar).toContain('\r\nDTSTAMP:20270102T030405Z\r\n');
  });

  it('escapes what would end a value, so that no title can add a line of its own', () => {
    expect(calendar).toContain('SUMMARY:Firmare l’accordo\\, capitolo 1\\; \\\\ fine\r\n');
    expect(calendar).toContain('DESCRIPTION:First\\nsecond\r\n');
    expect(calendar).toContain('X-WR-CALNAME:Tasks\\; mine\\, all\r\n');
  });

  it('folds lines at 75 octets without cutting a character, and unfolds to the same', () => {
    const line = `SUMMARY:${'è’😀x'.repeat(40)}`;
    const folded = foldLine(line).split('\r\n');
    expect(folded.length).toBeGreaterThan(4);
    for (const part of folded) expect(octets(part)).toBeLessThanOrEqual(75);
    expect(folded.map((part, at) => (at === 0 ? part : part.slice(1))).join('')).toBe(line);
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
  });
});
