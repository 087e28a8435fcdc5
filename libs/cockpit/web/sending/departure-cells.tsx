import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/portal-kit';
import { StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type DepartureRow, type MissingStep, undecidedStage } from './departure-documents';
import { forecastState, useForecastText } from './use-forecast-text';
import { useHolder } from './use-holder';

const List = styled('ul')(({ theme }) => ({
  display: 'grid',
  gap: 2,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  whiteSpace: 'normal',
  textAlign: 'start',
  '& small': { color: theme.palette.text.secondary },
  '& [data-late="true"] small': { color: theme.palette.state.blocked.fg },
}));

/** What is missing, until when, and who holds it; what waits for something else stands last. */
export function MissingList({ steps }: { steps: readonly MissingStep[] }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const holder = useHolder(2);
  if (steps.length === 0) return <>{t('departure.nothing')}</>;
  return (
    <List>
      {[...steps]
        .sort((a, b) => Number(a.waits) - Number(b.waits))
        .map(({ id, title, role, names, dueOn, late, waits, forecast }) => (
          <li key={id} data-late={late}>
            {title}{' '}
            <small>
              {[
                holder({ role, names, count: names.length }),
                t('steps.until', { date: format.date(dueOn, 'short') }),
                forecast &&
                  forecast.verdict !== 'on-time' &&
                  t('forecast.step', {
                    verdict: t(`forecast.short.${forecast.verdict}`),
                    date: format.date(forecast.likelyOn, 'short'),
                  }),
                waits && t('departure.waits'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
    </List>
  );
}

/** Whether somebody will be ready, and what that is concluded from for the step that decides. */
export function ForecastText({ row, daysLeft }: { row: DepartureRow; daysLeft: number }) {
  const { t } = useTranslation('cockpit');
  const text = useForecastText();
  const { forecast } = row;
  if (!forecast) return <>–</>;
  return (
    <span style={{ display: 'grid', gap: 2, whiteSpace: 'normal', justifyItems: 'start', textAlign: 'start' }}>
      <StateChip state={forecastState(forecast.verdict)} label={t(`forecast.verdict.${forecast.verdict}`)} />
      <small>{text(forecast, daysLeft)}</small>
    </span>
  );
}

const STATES: Readonly<Record<string, StateKey>> = { go: 'done', 'no-go': 'blocked' };

/** What was decided, by whom, when and why; an override says so. */
export function DecisionText({ row }: { row: DepartureRow }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const { decision, mobility } = row;
  if (!decision) {
    const open = undecidedStage(mobility.stage);
    return <StateChip state={open ? 'waiting' : 'abroad'} label={t(open ? 'departure.open' : 'departure.left')} />;
  }
  const override = decision.decision === 'go' && decision.missing.length > 0;
  return (
    <span style={{ display: 'grid', gap: 2, whiteSpace: 'normal', justifyItems: 'start', textAlign: 'start' }}>
      <StateChip
        state={override ? 'atRisk' : (STATES[decision.decision] ?? 'waiting')}
        label={t(override ? 'departure.override' : `departure.${decision.decision}`)}
      />
      {decision.reason && <q>{decision.reason}</q>}
      <small>{[decision.decidedBy, format.date(decision.decidedAt, 'dateTime')].filter(Boolean).join(' · ')}</small>
    </span>
  );
}
