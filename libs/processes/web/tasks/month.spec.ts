import { shiftMonth, weeksOf } from './month';

describe('the weeks of a month', () => {
  it('begin on Monday and hold every day of it once', () => {
    const weeks = weeksOf('2027-02-14');
    expect(weeks).toHaveLength(4);
    expect(weeks[0]?.[0]).toBe('2027-02-01');
    expect(weeks.at(-1)?.at(-1)).toBe('2027-02-28');
    const march = weeksOf('2027-03-31');
    expect(march[0]?.[0]).toBe('2027-03-01');
    expect(march).toHaveLength(5);
    expect(march.at(-1)).toContain('2027-04-04');
    expect(weeksOf('2026-11-22')[0]?.[0]).toBe('2026-10-26');
  });

  it('lead over the turn of the year both ways', () => {
    expect(shiftMonth('2026-12-31', 1)).toBe('2027-01-01');
    expect(shiftMonth('2027-01-05', -1)).toBe('2026-12-01');
  });
});
