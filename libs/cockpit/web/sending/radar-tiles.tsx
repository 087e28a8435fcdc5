import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/portal-kit';
import { StatTile } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { boardLink } from './board-link';
import { type RadarFlow } from './radar-documents';

const Tiles = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
  gap: 12,
  marginBottom: 20,
  [theme.breakpoints.down('md')]: {
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    '& > :last-child:nth-of-type(odd)': { gridColumn: '1 / -1' },
  },
  [theme.breakpoints.down('sm')]: { gap: 8 },
}));

const total = (rows: readonly RadarFlow[], key: 'participants' | 'abroad' | 'late' | 'back') =>
  rows.reduce((before, { figures }) => before + figures[key], 0);

const foretold = (rows: readonly RadarFlow[], key: 'onTime' | 'atRisk' | 'late') =>
  rows.reduce((before, { forecast }) => before + (forecast?.[key] ?? 0), 0);

/** The morning's five figures; each leads to the people behind it. */
export function RadarTiles({ rows }: { rows: readonly RadarFlow[] }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  const next = rows.find(({ moment }) => moment === 'before');
  const late = total(rows, 'late');
  const people = total(rows, 'participants');
  const risky = foretold(rows, 'atRisk') + foretold(rows, 'late');
  return (
    <Tiles>
      <StatTile
        label={t('radar.tile.next')}
        value={next ? t('days', { count: next.daysToDeparture }) : '–'}
        hint={
          next
            ? t('radar.tile.nextHint', {
                code: next.flow.code,
                town: next.flow.town,
                date: format.date(next.flow.startsOn, 'short'),
              })
            : t('radar.tile.noNext')
        }
        to={next && boardLink({ flow: [next.id] })}
      />
      <StatTile
        label={t('radar.tile.ready')}
        value={next ? `${String(next.figures.ready)} / ${String(next.figures.participants)}` : '–'}
        hint={next ? t('radar.tile.readyHint', { count: next.figures.participants - next.figures.ready }) : ''}
        share={next?.readyShare}
        to={next && boardLink({ flow: [next.id], notReady: true })}
      />
      <StatTile
        label={t('forecast.tile')}
        value={format.number(risky)}
        hint={
          risky > 0
            ? t('forecast.tileHint', { count: foretold(rows, 'late'), onTime: format.number(foretold(rows, 'onTime')) })
            : t('forecast.tileCalm')
        }
        state={foretold(rows, 'late') > 0 ? 'blocked' : risky > 0 ? 'atRisk' : 'done'}
        to="/?risk=true"
      />
      <StatTile
        label={t('radar.tile.late')}
        value={format.number(late)}
        hint={t(late > 0 ? 'radar.tile.lateHint' : 'radar.tile.noLate')}
        state={late > 0 ? 'blocked' : 'done'}
        to={boardLink({ late: true })}
      />
      <StatTile
        label={t('radar.tile.abroad')}
        value={format.number(total(rows, 'abroad'))}
        hint={t('radar.tile.abroadHint', { count: people, back: format.number(total(rows, 'back')) })}
        to={boardLink({ stage: ['abroad'] })}
      />
    </Tiles>
  );
}
