import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/portal-kit';
import { StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type DepartureRow, type MissingStep, undecidedStage } from './departure-documents';
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
        .map(({ id, title, role, names, dueOn, late, waits }) => (
          <li key={id} data-late={late}>
            {title}{' '}
            <small>
              {[
                holder({ role, names, count: names.length }),
                t('steps.until', { date: format.date(dueOn, 'short') }),
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
