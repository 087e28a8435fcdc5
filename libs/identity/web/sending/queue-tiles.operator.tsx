import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/portal-kit';
import { StatTile } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type QueueHealth } from './queue-documents.operator';

const Tiles = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
  gap: 12,
  marginBottom: 20,
  [theme.breakpoints.down('lg')]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
}));

/** What waits, what fails and what needs the operator, in five figures. */
export function QueueTiles({ health }: { health: QueueHealth }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const tile = (key: 'waiting' | 'failing' | 'dead' | 'refused' | 'unclear', alarm?: 'atRisk' | 'blocked') => (
    <StatTile
      label={t(`queue.tile.${key}`)}
      value={format.number(health[key])}
      hint={t(`queue.tile.${key}Hint`)}
      {...(alarm && health[key] > 0 ? { state: alarm } : {})}
    />
  );
  return (
    <Tiles>
      {tile('dead', 'blocked')}
      {tile('refused', 'blocked')}
      {tile('unclear', 'blocked')}
      {tile('failing', 'atRisk')}
      {tile('waiting')}
    </Tiles>
  );
}
