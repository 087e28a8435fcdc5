import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DateStyle,
  formatBytes,
  formatDate,
  formatDateRange,
  formatEuro,
  formatList,
  formatNumber,
  formatPercent,
  formatRelativeDays,
} from './format';

/** The formats of `format.ts`, bound to the language the reader has chosen. */
export function useFormat() {
  const { i18n } = useTranslation();
  const locale = i18n.language;
  return useMemo(
    () => ({
      locale,
      date: (value: string | Date, style: DateStyle = 'medium') => formatDate(value, style, locale),
      dateRange: (start: string, end: string) => formatDateRange(start, end, locale),
      number: (value: number, digits?: number) => formatNumber(value, locale, digits),
      percent: (value: number) => formatPercent(value, locale),
      euro: (value: number) => formatEuro(value, locale),
      bytes: (value: number) => formatBytes(value, locale),
      relativeDays: (value: string, today: string) => formatRelativeDays(value, today, locale),
      list: (words: readonly string[]) => formatList(words, locale),
    }),
    [locale],
  );
}

/** The texts of this library in the reader's language. */
export function useUiText() {
  return useTranslation('ui').t;
}
