import { diaryQuiet, hasGap, inView, mayArrive, mayReturn, type StayRow } from './stay-rows';

const TODAY = '2027-03-15';
const row = (part: Partial<StayRow> = {}, monitoring: Partial<StayRow['monitoring']> = {}): StayRow => ({
  id: 'm',
  stage: 'abroad',
  startsOn: '2027-03-01',
  endsOn: '2027-03-28',
  arrivedOn: '2027-03-01',
  participant: {},
  flow: { id: 'f', code: 'BER', town: 'Berlin' },
  attendanceSummary: { days: 0, present: 0, workingDays: 20, complete: false },
  ...part,
  monitoring: {
    diaryDays: 3,
    lastDiaryDay: TODAY,
    reportsDue: 2,
    missingReportWeeks: [],
    reportsWithConcerns: 0,
    ...monitoring,
  },
});

describe('a stay that somebody should look at', () => {
  it('is one whose diary went quiet, and not one that was written lately', () => {
    expect(diaryQuiet(row({}, { lastDiaryDay: '2027-03-11' }), TODAY)).toBe(true);
    expect(diaryQuiet(row({}, { lastDiaryDay: '2027-03-12' }), TODAY)).toBe(false);
    expect(diaryQuiet(row({ arrivedOn: '2027-03-10' }, { lastDiaryDay: null }), TODAY)).toBe(true);
    expect(diaryQuiet(row({ stage: 'back' }, { lastDiaryDay: null }), TODAY)).toBe(false);
  });

  it('is one with a missing report, an arrival or a return that nobody confirmed', () => {
    expect(hasGap(row(), TODAY)).toBe(false);
    expect(hasGap(row({}, { missingReportWeeks: ['2027-03-01'] }), TODAY)).toBe(true);
    expect(hasGap(row({ stage: 'confirmed', startsOn: '2027-03-14' }), TODAY)).toBe(true);
    expect(hasGap(row({ stage: 'confirmed', startsOn: TODAY }), TODAY)).toBe(false);
    expect(hasGap(row({ endsOn: '2027-03-14' }), TODAY)).toBe(true);
  });

  it('leaves those out who leave in months', () => {
    const later = row({ stage: 'confirmed', startsOn: '2027-05-01' });
    expect(inView('now', later, TODAY)).toBe(false);
    expect(inView('all', later, TODAY)).toBe(true);
    expect(mayArrive(later, TODAY)).toBe(false);
    expect(mayArrive(row({ stage: 'confirmed', startsOn: '2027-03-16' }), TODAY)).toBe(true);
  });
});

describe('a return', () => {
  it('may be confirmed from the last day on', () => {
    expect(mayReturn(row({ endsOn: TODAY }), TODAY)).toBe(true);
    expect(mayReturn(row({ endsOn: '2027-03-16' }), TODAY)).toBe(false);
  });
});
