import { useFormat } from '@softmob/portal-kit';
import { type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type StepForecast } from './radar-documents';

const STATES: Readonly<Record<string, StateKey>> = { 'on-time': 'done', 'at-risk': 'atRisk', late: 'blocked' };

/** How a verdict looks. */
export const forecastState = (verdict: string): StateKey => STATES[verdict] ?? 'waiting';

/** Says what a forecast is concluded from, with the days that are left. */
export function useForecastText(): (forecast: StepForecast, daysLeft: number) => string {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  return ({ title, verdict, basis, samples, median, most, likelyOn, safeOn }, daysLeft) => {
    const dates = { likely: format.date(likelyOn, 'short'), safe: format.date(safeOn, 'short') };
    return [
      basis === 'history'
        ? t('forecast.why.history', {
            title,
            median: t('forecast.workingDays', { count: median }),
            most: format.number(most),
            seen: format.number(samples),
          })
        : t('forecast.why.plan', { title, median: t('forecast.workingDays', { count: median }), seen: samples }),
      t(basis === 'history' ? 'forecast.when' : 'forecast.whenPlanned', dates),
      t('forecast.left', { count: Math.max(daysLeft, 0), verdict: t(`forecast.short.${verdict}`) }),
    ].join(' ');
  };
}
