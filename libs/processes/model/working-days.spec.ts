import { addWorkingDays, isWorkingDay, publicHolidays } from './index';

describe('public holidays', () => {
  it.each([
    ['IT', '2027-03-29', 'Easter Monday'],
    ['IT', '2026-10-04', 'Saint Francis'],
    ['DE', '2027-05-06', 'Ascension'],
    ['GR', '2027-05-03', 'Orthodox Easter Monday'],
    ['IE', '2027-10-25', 'the last Monday of October'],
    ['LV', '2029-11-19', 'the Monday after a Sunday'],
    ['IS', '2028-04-20', 'the first day of summer'],
  ])('of %s include %s, %s', (country, day) => {
    expect(publicHolidays(country, Number(day.slice(0, 4))).has(day)).toBe(true);
  });

  it('of a country without rules are none, its weekends still count', () => {
    expect(publicHolidays('XX', 2027).size).toBe(0);
    expect([isWorkingDay('2027-03-29', 'XX'), isWorkingDay('2027-03-28', 'XX')]).toEqual([true, false]);
  });
});

describe('working days', () => {
  it('skip weekends and the holidays of the country that sends, in both directions', () => {
    expect(addWorkingDays('2027-03-25', 2, 'IT')).toBe('2027-03-30');
    expect(addWorkingDays('2027-03-25', 2, 'DE')).toBe('2027-03-31');
    expect(addWorkingDays('2027-03-30', -2, 'DE')).toBe('2027-03-24');
    expect(addWorkingDays('2027-01-04', -1, 'IT')).toBe('2026-12-31');
  });

  it('begin with the last working day where nothing is added', () => {
    expect(addWorkingDays('2027-03-07', 0, 'IT')).toBe('2027-03-05');
    expect(addWorkingDays('2027-03-08', 0, 'IT')).toBe('2027-03-08');
  });
});
