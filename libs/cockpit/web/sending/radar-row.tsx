import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/portal-kit';
import { AppLink, DateRangeText, ShareRing, StateChip } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { BlockerList } from './blocker-list';
import { boardLink } from './board-link';
import { flowState } from './flow-state';
import { ForecastLine } from './forecast-line';
import { type RadarFlow } from './radar-documents';
import { useCountry } from './use-country';

const Root = styled('article')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '72px 60px minmax(0, 1fr)',
  gap: '6px 20px',
  alignItems: 'start',
  padding: '14px 20px 12px',
  borderTop: `1px solid ${theme.palette.divider}`,
  '&:first-of-type': { borderTop: 0 },
  '& .days': { display: 'grid', justifyItems: 'end', textAlign: 'end', lineHeight: 1.15, paddingTop: 4 },
  '& .days strong': { fontSize: '1.75rem', fontWeight: 660, letterSpacing: '-0.03em' },
  '& .days small': { fontSize: '0.75rem', color: theme.palette.text.secondary },
  '& .head': { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '2px 12px', marginBottom: 6 },
  '& h3': { fontSize: '1rem', fontWeight: 640, lineHeight: 1.3 },
  '& h3 a': { color: 'inherit', textDecoration: 'none' },
  '& h3 a:hover': { textDecoration: 'underline', textUnderlineOffset: 3 },
  '& .facts': { flex: '1 1 auto', fontSize: '0.8125rem', color: theme.palette.text.secondary },
  '& .counted': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 12px',
    flexBasis: '100%',
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
  },
  '& .counted a': { color: theme.palette.brand.main, textUnderlineOffset: 3 },
  '& .body': { containerType: 'inline-size' },
  '& .calm': { fontSize: '0.875rem', color: theme.palette.text.secondary },
  [theme.breakpoints.down('sm')]: {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    padding: 16,
    '& .days': {
      justifyItems: 'start',
      textAlign: 'start',
      gridTemplateColumns: 'auto auto',
      justifyContent: 'start',
      alignItems: 'baseline',
      gap: 6,
    },
    '& .body': { gridColumn: '1 / -1' },
  },
}));

/** Days before departure from which on it is decided who goes. */
const DECIDE = 14;

/** One flow: days left, share ready, who goes where, what blocks it and who holds it. */
export function RadarRow({ row }: { row: RadarFlow }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const country = useCountry();
  const { flow, figures, moment, blockers, readyShare, daysToDeparture } = row;
  const state = flowState(row);
  const ready = { before: figures.ready, abroad: figures.onTime, back: figures.closed }[moment] ?? 0;
  const counts = { count: figures.participants, ready, share: format.percent(figures.share) };
  return (
    <Root aria-labelledby={`flow-${flow.id}`}>
      <Days row={row} />
      <ShareRing
        value={readyShare}
        label={t(`radar.ring.${moment}`)}
        size={60}
        tone={readyShare >= 1 ? 'done' : 'brand'}
      />
      <div className="body">
        <div className="head">
          <h3 id={`flow-${flow.id}`}>
            <AppLink href={boardLink({ flow: [flow.id] })}>
              {flow.code} · {flow.town}
            </AppLink>
          </h3>
          <span className="facts">
            {country(flow.country)} · <DateRangeText start={flow.startsOn} end={flow.endsOn} />
          </span>
          <StateChip state={state} label={t(`radar.state.${moment}.${state}`)} />
          <span className="counted num">
            {t(`radar.share.${moment}`, counts)}
            {moment === 'before' && (
              <AppLink href={`/departure/${flow.id}`} style={{ fontWeight: daysToDeparture <= DECIDE ? 640 : 550 }}>
                {t('departure.link')}
              </AppLink>
            )}
          </span>
        </div>
        {blockers.length > 0 ? (
          <BlockerList flowId={flow.id} blockers={blockers} daysLeft={daysToDeparture} />
        ) : (
          <p className="calm">{t(figures.participants === 0 ? 'radar.nobody' : 'radar.calm')}</p>
        )}
        <ForecastLine row={row} />
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
