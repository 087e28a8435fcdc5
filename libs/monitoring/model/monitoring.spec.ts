import { missingDays } from './attendance';
import { EVALUATION_QUESTIONS, unanswered } from './questionnaire';
import { daysOfWeekInStay, mondayOf, weekdayOf, weeksOfStay, weeksWithReportDue, workingDays } from './weeks';

describe('the weeks of a stay', () => {
  it('begin on Mondays, over the turn of a year too', () => {
    expect(mondayOf('2027-03-07')).toBe('2027-03-01');
    expect(mondayOf('2027-03-01')).toBe('2027-03-01');
    expect(mondayOf('2027-01-01')).toBe('2026-12-28');
    expect(weekdayOf('1965-03-07')).toBe(6);
  });

  it('count only where there is a day to work', () => {
    expect(weeksOfStay('2027-03-07', '2027-04-03')).toEqual(['2027-03-08', '2027-03-15', '2027-03-22', '2027-03-29']);
    expect(workingDays('2027-03-07', '2027-04-03')).toHaveLength(20);
  });

  it('end where the stay ends', () => {
    expect(daysOfWeekInStay('2027-03-29', '2027-03-07', '2027-04-01')).toEqual([
      '2027-03-29',
      '2027-03-30',
      '2027-03-31',
      '2027-04-01',
    ]);
  });

  it('ask for a report once their last working day is behind', () => {
    expect(weeksWithReportDue('2027-03-07', '2027-03-24', '2027-03-12')).toEqual([]);
    expect(weeksWithReportDue('2027-03-07', '2027-03-24', '2027-03-13')).toEqual(['2027-03-08']);
    expect(weeksWithReportDue('2027-03-07', '2027-03-24', '2027-03-25')).toHaveLength(3);
  });
});

describe('attendance', () => {
  it('is complete when each working day is recorded, weekends or not', () => {
    const days = workingDays('2027-03-08', '2027-03-21');
    expect(missingDays('2027-03-08', '2027-03-21', [...days.slice(1), '2027-03-20'])).toEqual(['2027-03-08']);
    expect(missingDays('2027-03-08', '2027-03-21', days)).toEqual([]);
  });
});

describe('the evaluation', () => {
  it('names the questions that are still open', () => {
    const all = EVALUATION_QUESTIONS.map(({ key }) => ({ question: key }));
    expect(unanswered(all)).toEqual([]);
    expect(unanswered(all.slice(2))).toEqual(['preparation-information', 'preparation-language']);
  });
});
