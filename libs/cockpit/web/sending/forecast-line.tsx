import { styled } from '@mui/material/styles';
import { StateChip } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type RadarFlow } from './radar-documents';
import { forecastState, useForecastText } from './use-forecast-text';

const Root = styled('p')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 8px',
  margin: '8px 0 0',
  fontSize: '0.8125rem',
  color: theme.palette.text.secondary,
  '& .why': { flex: '1 1 360px' },
}));

/** Whether the people of a flow will be ready, and what that is concluded from for the step that decides. */
export function ForecastLine({ row }: { row: RadarFlow }) {
  const { t } = useTranslation('cockpit');
  const text = useForecastText();
  const { forecast, daysToDeparture } = row;
  if (!forecast?.decisive) return null;
  const { decisive, onTime, atRisk, late } = forecast;
  const parts = [
    onTime > 0 && t('forecast.count.on-time', { count: onTime }),
    atRisk > 0 && t('forecast.count.at-risk', { count: atRisk }),
    late > 0 && t('forecast.count.late', { count: late }),
  ];
  return (
    <Root>
      <StateChip
        state={forecastState(decisive.verdict)}
        label={t(`forecast.verdict.${decisive.verdict}`)}
        size="small"
      />
      <span className="num">{parts.filter(Boolean).join(' · ')}</span>
      <span className="why">{text(decisive, daysToDeparture)}</span>
    </Root>
  );
}

/** Whether something of a flow that has not departed may not be ready. */
export const isAtRisk = ({ forecast }: RadarFlow): boolean =>
  forecast?.decisive != null && forecast.decisive.verdict !== 'on-time';
