import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined';
import IconButton from '@mui/material/IconButton';
import { useTranslation } from 'react-i18next';
import { type BoardLearner } from '../shared/board';

/** The way to another company, where the learner's own cannot go on. */
export function ReplaceLink({ learner }: { learner: BoardLearner }) {
  const { t } = useTranslation('placements');
  const label = t('replace.actionOf', { name: learner.name });
  return (
    <IconButton size="small" aria-label={label} title={label} href={`/placements/${learner.id}/replace`}>
      <SwapHorizOutlined fontSize="small" />
    </IconButton>
  );
}
