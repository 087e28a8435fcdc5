import {
  addDays,
  daysBetween,
  formatBytes,
  formatDate,
  formatDateRange,
  formatEuro,
  formatNumber,
  formatPercent,
  formatRelativeDays,
} from './format';

describe('dates and numbers as the reader writes them', () => {
  test('a business date is the same day in every time zone', () => {
    expect(formatDate('2026-03-12', 'medium', 'en')).toBe('12 Mar 2026');
    expect(formatDate('2026-03-12', 'medium', 'it')).toBe('12 mar 2026');
    expect(formatDate('2026-01-01', 'long', 'it')).toBe('giovedì 1 gennaio 2026');
  });

  test('a range says the common part once', () => {
    const tight = (range: string) => range.replace(/\s*–\s*/, '–');
    expect(tight(formatDateRange('2026-03-02', '2026-03-29', 'en'))).toBe('2–29 Mar 2026');
    expect(tight(formatDateRange('2026-03-16', '2026-04-12', 'it'))).toBe('16 mar–12 apr 2026');
  });

  test('numbers follow the language', () => {
    expect(formatNumber(1234567.5, 'it', 1)).toBe('1.234.567,5');
    expect(formatNumber(1234567.5, 'en', 1)).toBe('1,234,567.5');
    expect(formatPercent(0.756, 'en')).toBe('76%');
    expect(formatEuro(1616, 'en')).toBe('€1,616');
    expect(formatEuro(45.5, 'en')).toBe('€45.50');
    expect(formatBytes(2_400_000, 'en')).toBe('2.4 MB');
    expect(formatBytes(628, 'en')).toBe('628 bytes');
  });

  test('days are counted over the change of summer time', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2);
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(formatRelativeDays('2026-03-11', '2026-03-12', 'en')).toBe('yesterday');
  });
});
