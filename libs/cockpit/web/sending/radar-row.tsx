import { styled } from '@mui/material/styles';
import { AppLink, DateRangeText, ShareRing, StateChip } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { BlockerList } from './blocker-list';
import { boardLink } from './board-link';
import { flowState } from './flow-state';
import { type RadarFlow } from './radar-documents';
import { useCountry } from './use-country';

const Root = styled('article')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '92px 68px minmax(168px, 0.8fr) minmax(0, 2fr)',
  gap: 16,
  alignItems: 'center',
  padding: '14px 16px',
  borderTop: `1px solid ${theme.palette.divider}`,
  '&:first-of-type': { borderTop: 0 },
  '& .days': { display: 'grid', justifyItems: 'end', textAlign: 'end', lineHeight: 1.15 },
  '& .days strong': { fontSize: '1.75rem', fontWeight: 660, letterSpacing: '-0.03em' },
  '& .days small': { fontSize: '0.75rem', color: theme.palette.text.secondary },
  '& h3': { fontSize: '1rem', fontWeight: 640, lineHeight: 1.3 },
  '& h3 a': { color: 'inherit', textDecoration: 'none' },
  '& h3 a:hover': { textDecoration: 'underline', textUnderlineOffset: 3 },
  '& .facts': { fontSize: '0.8125rem', lineHeight: 1.5, color: theme.palette.text.secondary, marginBottom: 4 },
  '& .calm': { fontSize: '0.875rem', color: theme.palette.text.secondary, padding: '5px 8px' },
  [theme.breakpoints.down('lg')]: {
    gridTemplateColumns: '76px 60px minmax(0, 1fr)',
    '& .blocks': { gridColumn: '1 / -1' },
  },
  [theme.breakpoints.down('sm')]: {
    gridTemplateColumns: '56px minmax(0, 1fr) auto',
    padding: 16,
    '& .days': { order: 3 },
    '& .days strong': { fontSize: '1.5rem' },
    '& .blocks': { order: 4 },
  },
}));

/** One flow: days left, share ready, who goes where, what blocks it and who holds it. */
export function RadarRow({ row }: { row: RadarFlow }) {
  const { t } = useTranslation('cockpit');
  const country = useCountry();
  const { flow, figures, moment, blockers } = row;
  const ready = { before: figures.ready, abroad: figures.onTime, back: figures.closed }[moment] ?? 0;
  const counted = t(`radar.share.${moment}`, { count: figures.participants, ready });
  return (
    <Root aria-labelledby={`flow-${flow.id}`}>
      <Days row={row} />
      <ShareRing value={row.readyShare} label={counted} size={60} tone={row.readyShare >= 1 ? 'done' : 'brand'} />
      <div>
        <h3 id={`flow-${flow.id}`}>
          <AppLink href={boardLink({ flow: [flow.id] })}>
            {flow.code} · {flow.town}
          </AppLink>
        </h3>
        <div className="facts">
          {country(flow.country)} · <DateRangeText start={flow.startsOn} end={flow.endsOn} />
          <br />
          {counted}
        </div>
        <StateChip state={flowState(row)} label={t(`radar.state.${moment}.${flowState(row)}`)} />
      </div>
      <div className="blocks">
        {blockers.length > 0 ? (
          <BlockerList flowId={flow.id} blockers={blockers} />
        ) : (
          <p className="calm">{t(figures.participants === 0 ? 'radar.nobody' : 'radar.calm')}</p>
        )}
      </div>
    </Root>
  );
}

/** The number that counts: days to departure, then to return, then since. */
function Days({ row }: { row: RadarFlow }) {
  const { t } = useTranslation('cockpit');
  const { moment, daysToDeparture, daysToReturn } = row;
  const count = { before: daysToDeparture, abroad: daysToReturn, back: -daysToReturn }[moment] ?? 0;
  return (
    <div className="days">
      <strong className="num">{count}</strong>
      <small>{t(`radar.days.${moment}`, { count })}</small>
    </div>
  );
}
