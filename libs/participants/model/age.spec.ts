import { adultOn, ageOn, isMinorOn } from './age';

describe('coming of age', () => {
  it('is on the eighteenth birthday', () => {
    expect(adultOn('2009-08-12')).toBe('2027-08-12');
    expect(isMinorOn('2009-08-12', '2027-08-11')).toBe(true);
    expect(isMinorOn('2009-08-12', '2027-08-12')).toBe(false);
  });

  it('is on 1 March for who was born on 29 February', () => {
    expect(adultOn('2008-02-29')).toBe('2026-03-01');
    expect(isMinorOn('2008-02-29', '2026-02-28')).toBe(true);
  });

  it('goes by full years of life', () => {
    expect(ageOn('2009-08-12', '2027-03-07')).toBe(17);
    expect(ageOn('2008-02-29', '2028-02-28')).toBe(19);
    expect(ageOn('2008-02-29', '2028-02-29')).toBe(20);
    expect(ageOn('2027-01-01', '2026-11-22')).toBe(-1);
  });
});
