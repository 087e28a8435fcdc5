import { decisiveStep, forecastSteps, type OpenStep, type StepHistory, workingDaysBetween } from './forecast';

/** A Monday; no Italian holiday until 25 April. */
const frame = { today: '2026-03-02', departure: '2026-03-16', country: 'IT' };
const step = (key: string, more: Partial<OpenStep> = {}): OpenStep => ({
  id: `task-${key}`,
  key,
  needs: [],
  dueOn: '2026-03-13',
  openedOn: '2026-03-02',
  ...more,
});
const past = (entries: Record<string, [median: number, most: number, samples?: number]>) =>
  new Map<string, StepHistory>(
    Object.entries(entries).map(([key, [median, most, samples = 40]]) => [key, { samples, median, most }]),
  );
const one = (open: OpenStep[], history: ReadonlyMap<string, StepHistory>, at = frame) =>
  forecastSteps(open, history, at).at(-1);

describe('the forecast of a step', () => {
  it('counts working days of the country, not weekends and holidays', () => {
    expect(workingDaysBetween('2026-03-06', '2026-03-09', 'IT')).toBe(1);
    expect(workingDaysBetween('2026-04-24', '2026-04-27', 'IT')).toBe(1);
    expect(workingDaysBetween('2026-04-30', '2026-05-04', 'IT')).toBe(1);
    expect(workingDaysBetween('2026-03-09', '2026-03-06', 'IT')).toBe(0);
  });

  it.each([
    ['on time where four of five were done by then', [3, 8], '2026-03-05', '2026-03-12', 'on-time'],
    ['at risk where half were, and four of five were not', [9, 14], '2026-03-13', '2026-03-20', 'at-risk'],
    ['late where not even half were', [11, 14], '2026-03-17', '2026-03-20', 'late'],
    ['at risk when only the day of departure itself would be left', [9, 10], '2026-03-13', '2026-03-16', 'at-risk'],
  ] as const)('is %s', (_words, [median, most], likelyOn, safeOn, verdict) => {
    const forecast = one([step('sign')], past({ sign: [median, most] }));
    expect(forecast).toMatchObject({ likelyOn, safeOn, verdict, basis: 'history', samples: 40, median, most });
  });

  it('takes off the days that it has been open already', () => {
    const forecast = one([step('sign', { openedOn: '2026-02-23' })], past({ sign: [8, 12] }));
    expect(forecast).toMatchObject({ likelyOn: '2026-03-05', safeOn: '2026-03-11' });
  });

  it('needs at least a day more, however long it has been open', () => {
    const forecast = one([step('sign', { openedOn: '2026-02-16' })], past({ sign: [4, 10] }));
    expect(forecast).toMatchObject({ likelyOn: '2026-03-03', safeOn: '2026-03-03' });
  });

  it('counts as half done, and to be safe as begun anew, once it has been open for longer than four of five took', () => {
    const forecast = one([step('sign', { openedOn: '2026-01-12' })], past({ sign: [4, 8] }));
    expect(forecast).toMatchObject({ likelyOn: '2026-03-04', safeOn: '2026-03-12' });
  });

  it('adds up along the longest chain of what comes before', () => {
    const open = [
      step('compose'),
      step('translate'),
      step('sign', { needs: ['compose', 'translate', 'done-already'], openedOn: null }),
    ];
    const forecast = one(open, past({ compose: [2, 3], translate: [4, 5], sign: [3, 4] }));
    expect(forecast).toMatchObject({ likelyOn: '2026-03-11', safeOn: '2026-03-13', verdict: 'on-time' });
    expect(one(open, past({ compose: [2, 9], translate: [4, 5], sign: [3, 4] }))).toMatchObject({
      likelyOn: '2026-03-11',
      safeOn: '2026-03-19',
      verdict: 'at-risk',
    });
  });

  it('keeps to the plan where too few were seen, and says so', () => {
    const few = past({ sign: [30, 40, 9] });
    expect(one([step('sign')], few)).toMatchObject({ basis: 'plan', samples: 9, median: 9, likelyOn: '2026-03-13' });
    const chain = [step('compose', { dueOn: '2026-03-06' }), step('sign', { needs: ['compose'], openedOn: null })];
    expect(one(chain, new Map())).toMatchObject({ basis: 'plan', samples: 0, median: 5, likelyOn: '2026-03-13' });
    const overdue = step('sign', { dueOn: '2026-02-20', openedOn: '2026-02-16' });
    expect(one([overdue], new Map())).toMatchObject({ median: 4, likelyOn: '2026-03-03' });
  });

  it('does not go round where steps wait for each other', () => {
    const circle = [step('a', { needs: ['b'] }), step('b', { needs: ['a'] })];
    expect(forecastSteps(circle, past({ a: [1, 1], b: [1, 1] }), frame)).toHaveLength(2);
  });
});

describe('the step that decides', () => {
  it('is the one that is safely done last, and none where all is done', () => {
    const forecasts = forecastSteps([step('a'), step('b')], past({ a: [2, 3], b: [1, 6] }), frame);
    expect(decisiveStep(forecasts)?.key).toBe('b');
    expect(decisiveStep([])).toBeNull();
  });
});
