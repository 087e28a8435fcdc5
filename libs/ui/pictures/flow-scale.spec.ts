import { flowScale } from './flow-scale';

describe('the scale of the flow strip', () => {
  const spans = [
    { start: '2026-03-09', end: '2026-04-05' },
    { start: '2026-05-04', end: '2026-05-31' },
  ];

  test('it spans whole months around all flows and today', () => {
    const scale = flowScale(spans, '2026-02-20');
    expect([scale.from, scale.until]).toEqual(['2026-02-01', '2026-05-31']);
    expect(scale.months.map(({ date }) => date)).toEqual(['2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01']);
  });

  test('a day stands where its share of the days says, and never outside', () => {
    const scale = flowScale(spans, '2026-03-15', '2026-03-01', '2026-03-31');
    expect(scale.at('2026-03-01')).toBe(0);
    expect(scale.at('2026-04-01')).toBe(100);
    expect(scale.at('2026-03-16')).toBeCloseTo((100 * 15) / 31, 6);
    expect(scale.at('2025-01-01')).toBe(0);
    expect(scale.at('2027-01-01')).toBe(100);
  });

  test('December is followed by January of the next year', () => {
    const scale = flowScale([{ start: '2026-11-20', end: '2027-01-10' }], '2026-12-01');
    expect(scale.months.map(({ date }) => date)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
  });
});
