import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/portal-kit';
import { StatTile } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { boardLink } from './board-link';
import { type FiguresData } from './dashboard-documents';

const Tiles = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
  gap: 12,
  [theme.breakpoints.down('lg')]: { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: 8 },
}));

/** The project in five figures; each leads to the people it counts. */
export function DashboardTiles({ projectId: project, total }: { projectId: string; total: FiguresData }) {
  const { t } = useTranslation('cockpit');
  const format = useFormat();
  return (
    <Tiles>
      <StatTile
        label={t('figures.participants')}
        value={format.number(total.participants)}
        to={boardLink({ project })}
      />
      <StatTile
        label={t('figures.abroad')}
        value={format.number(total.abroad)}
        to={boardLink({ project, stage: ['abroad'] })}
      />
      <StatTile
        label={t('figures.back')}
        value={format.number(total.back)}
        to={boardLink({ project, stage: ['back'] })}
      />
      <StatTile
        label={t('figures.late')}
        value={format.number(total.late)}
        state={total.late > 0 ? 'blocked' : 'done'}
        to={boardLink({ project, late: true })}
        hint={t('dashboard.lateOf', { of: format.number(total.tasks - total.done) })}
      />
      <StatTile
        label={t('figures.done')}
        value={format.number(total.done)}
        share={total.share}
        hint={t('dashboard.doneOf', { of: format.number(total.tasks) })}
      />
    </Tiles>
  );
}
