import { detectDateForm, readDate } from './dates';

describe('the form of dates in a column', () => {
  it('is decided by the one date that can be read in one way only', () => {
    expect(detectDateForm(['03/04/2009', '12/08/2009', '31/01/2009'])).toEqual({ order: 'dmy', ambiguous: false });
    expect(detectDateForm(['03/04/2009', '', '01/31/2009'])).toEqual({ order: 'mdy', ambiguous: false });
  });

  it('is European and marked ambiguous where nothing decides', () => {
    expect(detectDateForm(['03/04/2009', '12-08-2009'])).toEqual({ order: 'dmy', ambiguous: true });
  });

  it('is not ambiguous where both readings are the same day', () => {
    expect(detectDateForm(['05/05/2009'])).toEqual({ order: 'dmy', ambiguous: false });
  });

  it('stays European where dates of both orders are mixed', () => {
    expect(detectDateForm(['31/01/2009', '01/31/2009'])).toEqual({ order: 'dmy', ambiguous: false });
  });

  it('is ISO or dotted without any doubt', () => {
    expect(detectDateForm(['2009-08-12', ''])).toEqual({ order: 'iso', ambiguous: false });
    expect(detectDateForm(['12.08.2009'])).toEqual({ order: 'dmy', ambiguous: false });
  });
});

describe('one date', () => {
  it.each([
    ['2009-08-12', 'iso', '2009-08-12'],
    ['2009-08-12T00:00:00', 'iso', '2009-08-12'],
    ['2009/8/2', 'dmy', '2009-08-02'],
    ['12.08.2009', 'iso', '2009-08-12'],
    ['2. 8. 2009', 'dmy', '2009-08-02'],
    ['03/04/2009', 'dmy', '2009-04-03'],
    ['03/04/2009', 'mdy', '2009-03-04'],
    ['3-4-2009 00:00', 'dmy', '2009-04-03'],
    ['40037', 'iso', '2009-08-12'],
    ['46458.5', 'dmy', '2027-03-12'],
  ] as const)('%s in %s order is %s', (text, order, day) => {
    expect(readDate(text, order)).toEqual({ day });
  });

  it.each(['31.02.2009', '2009-13-01', '29/02/2027', '00.01.2009'])('%s does not exist', (text) => {
    expect(readDate(text, 'dmy')).toEqual({ fault: 'none' });
  });

  it.each(['12.08.09', 'August 2009', '2009', 'soon', '12/08-2009'])('%s is not understood', (text) => {
    expect(readDate(text, 'dmy')).toEqual({ fault: 'form' });
  });
});
