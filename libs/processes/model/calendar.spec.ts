import { addDays, addWeeks, daysBetween, daysOfStay, isIsoDay, isoDay, isoWeek } from './calendar';

describe('days as text', () => {
  it('steps over the end of months and of leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(addWeeks('2027-03-07', -12)).toBe('2026-12-13');
  });

  it('is not misled by the change to summer time', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
    expect(addDays('2027-10-31', 1)).toBe('2027-11-01');
  });

  it('counts a stay with its first and last day', () => {
    expect(daysOfStay('2027-03-07', '2027-04-03')).toBe(28);
    expect(daysOfStay('2027-03-07', '2027-03-07')).toBe(1);
    expect(daysBetween('2027-03-07', '2027-03-01')).toBe(-6);
  });

  it('knows which days exist', () => {
    expect(isIsoDay('2028-02-29')).toBe(true);
    expect(isIsoDay('2027-02-29')).toBe(false);
    expect(isIsoDay('2027-3-7')).toBe(false);
    expect(isoDay(2009, 2, 31)).toBeNull();
    expect(isoDay(2009, 13, 1)).toBeNull();
    expect(() => addDays('31.02.2009', 1)).toThrow(RangeError);
  });

  it('numbers weeks as ISO 8601 does at the turn of the year', () => {
    expect(isoWeek('2027-01-01')).toEqual({ year: 2026, week: 53 });
    expect(isoWeek('2027-01-04')).toEqual({ year: 2027, week: 1 });
    expect(isoWeek('2024-12-30')).toEqual({ year: 2025, week: 1 });
    expect(isoWeek('2026-11-22')).toEqual({ year: 2026, week: 47 });
  });
});
