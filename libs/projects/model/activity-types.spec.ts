import { activityTypes, checkFlowDates, type FlowDates, durationRule, ruleSources } from './index';

const short: FlowDates = { activityType: 'VET_SHORT', callYear: 2026, start: '2027-03-07', end: '2027-04-03' };
const codes = (changed: Partial<FlowDates>): string[] =>
  checkFlowDates({ ...short, ...changed }).map(({ code }) => code);

describe('the duration of a flow', () => {
  it('counts both days: 28 days of short-term mobility are fine', () => {
    expect(codes({})).toEqual([]);
  });

  it('keeps within the rule to the day', () => {
    expect(codes({ end: '2027-03-16' })).toEqual([]);
    expect(checkFlowDates({ ...short, end: '2027-03-15' })).toEqual([
      { code: 'stay.short', severity: 'error', params: { days: 9, min: 10 } },
    ]);
    expect(codes({ end: '2027-06-03' })).toEqual([]);
    expect(codes({ end: '2027-06-04' })).toEqual(['stay.long']);
    expect(codes({ activityType: 'VET_LONG', end: '2027-06-03' })).toEqual(['stay.short']);
    expect(codes({ activityType: 'VET_LONG', end: '2027-06-04' })).toEqual([]);
  });

  it('may be shorter for fewer opportunities, with a warning', () => {
    const fewer = { fewerOpportunities: true };
    expect(checkFlowDates({ ...short, ...fewer, end: '2027-03-08' })).toMatchObject([
      { code: 'stay.shortJustified', severity: 'warning' },
    ]);
    expect(codes({ ...fewer, end: '2027-03-07' })).toEqual(['stay.short']);
    expect(codes({ ...fewer, activityType: 'VET_LONG' })).toEqual(['stay.short']);
  });

  it('of a course warns where the sources disagree, from the call on of which they speak', () => {
    const course: Partial<FlowDates> = { activityType: 'STAFF_COURSE', end: '2027-03-17' };
    expect(codes(course)).toEqual(['stay.disputed']);
    expect(codes({ ...course, end: '2027-03-16' })).toEqual([]);
    expect(codes({ ...course, callYear: 2025 })).toEqual([]);
    expect(codes({ ...course, end: '2027-04-06' })).toEqual(['stay.long']);
  });

  it('is free for preparatory visits', () => {
    expect(codes({ activityType: 'PREP_VISIT', end: '2027-03-07' })).toEqual([]);
    expect(durationRule('PREP_VISIT', 2026)).toBeNull();
    expect(durationRule('UNKNOWN', 2026)).toBeNull();
  });
});

describe('the dates of a flow', () => {
  it('run forward and exist', () => {
    expect(codes({ end: '2027-03-01' })).toEqual(['dates.reversed']);
    expect(codes({ end: '2027-02-30' })).toEqual(['dates.form']);
  });

  it('lie in the project and not before its call', () => {
    const project = { startsOn: '2026-06-01', endsOn: '2027-03-31' };
    expect(codes({ project })).toEqual(['dates.outsideProject']);
    expect(codes({ project: { ...project, endsOn: '2027-04-03' } })).toEqual([]);
    expect(codes({ callYear: 2028 })).toEqual(['dates.beforeCall']);
  });

  it('belong to a call that knows the activity', () => {
    const group: Partial<FlowDates> = { activityType: 'VET_GROUP', start: '2024-03-07', end: '2024-03-14' };
    expect(codes({ ...group, callYear: 2023 })).toEqual(['activity.notInCall']);
    expect(codes({ ...group, callYear: 2024 })).toEqual([]);
  });
});

describe('the rules', () => {
  it('each name their sources', () => {
    for (const { code, sources } of activityTypes) {
      expect([code, sources.length > 0 && sources.every((source) => source in ruleSources)]).toEqual([code, true]);
    }
  });

  it('are the published ones', () => {
    expect(activityTypes.map(({ code, category, minDays, maxDays }) => [code, category, minDays, maxDays])).toEqual([
      ['VET_SHORT', 'learner', 10, 89],
      ['VET_LONG', 'learner', 90, 365],
      ['VET_GROUP', 'learner', 2, 30],
      ['VET_COMPETITION', 'learner', 1, 10],
      ['STAFF_SHADOW', 'staff', 2, 60],
      ['STAFF_TEACH', 'staff', 2, 365],
      ['STAFF_COURSE', 'staff', 2, 30],
      ['INVITED_EXPERT', 'incoming', 2, 60],
      ['HOST_TEACHER', 'incoming', 10, 365],
      ['PREP_VISIT', 'projectTeam', null, null],
    ]);
  });
});
