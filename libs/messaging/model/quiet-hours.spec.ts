import { endOfQuiet, isTimeZone } from './quiet-hours';

const night = { from: '22:00', until: '07:00', timeZone: 'Europe/Rome' };
const end = (now: string, hours = night) => endOfQuiet(new Date(now), hours)?.toISOString() ?? null;

describe('quiet hours', () => {
  it('last from the evening until the next morning, in the person’s own time', () => {
    expect(end('2026-07-01T20:00:00Z')).toBe('2026-07-02T05:00:00.000Z');
    expect(end('2026-07-02T04:59:59Z')).toBe('2026-07-02T05:00:00.000Z');
    expect(end('2026-07-02T00:30:12Z')).toBe('2026-07-02T05:00:00.000Z');
  });

  it('leave the rest of the day alone, to the minute', () => {
    expect(end('2026-07-01T19:59:59Z')).toBeNull();
    expect(end('2026-07-02T05:00:00Z')).toBeNull();
  });

  it('may lie within one day', () => {
    const noon = { from: '12:00', until: '14:00', timeZone: 'UTC' };
    expect(end('2026-07-01T13:00:00Z', noon)).toBe('2026-07-01T14:00:00.000Z');
    expect(end('2026-07-01T14:00:00Z', noon)).toBeNull();
  });

  it('are none where they begin and end at the same time', () => {
    expect(end('2026-07-01T13:00:00Z', { from: '08:00', until: '08:00', timeZone: 'UTC' })).toBeNull();
  });

  it('end by the wall clock in the nights in which it is changed', () => {
    expect(end('2026-03-28T22:00:00Z')).toBe('2026-03-29T05:00:00.000Z');
    expect(end('2026-10-24T21:00:00Z')).toBe('2026-10-25T06:00:00.000Z');
  });

  it('end at a time that the clock skips without waiting for another day', () => {
    expect(end('2026-03-28T23:00:00Z', { ...night, until: '02:30' })).toBe('2026-03-29T01:30:00.000Z');
  });
});

describe('a time zone', () => {
  it('is known by its IANA name, and anything else is refused', () => {
    expect(isTimeZone('Europe/Rome')).toBe(true);
    expect(isTimeZone('Middle/Earth')).toBe(false);
  });
});
