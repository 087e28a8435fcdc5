import Typography from '@mui/material/Typography';
import { ConfirmDialog } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type Words } from './types';
import { useSay } from './use-say';

interface BulkSignDialogProps {
  /** Whose agreements; nobody's closes the dialog. */
  names: readonly string[];
  statement: Words | null;
  onSign: () => Promise<void>;
  onClose: () => void;
}

const MOST_NAMES = 12;

/** Asks once for many signatures: whose they are, and what is agreed to. */
export function BulkSignDialog({ names, statement, onSign, onClose }: BulkSignDialogProps) {
  const { t } = useTranslation('learning');
  const { say } = useSay();
  const more = names.length - MOST_NAMES;
  return (
    <ConfirmDialog
      open={names.length > 0}
      title={t('bulk.title', { count: names.length })}
      confirmLabel={t('bulk.confirm', { count: names.length })}
      onConfirm={onSign}
      onClose={onClose}
    >
      <Typography sx={{ mb: 3 }}>{say(statement)}</Typography>
      <Typography variant="body2" color="textSecondary">
        {names.slice(0, MOST_NAMES).join(', ')}
        {more > 0 && ` ${t('bulk.more', { count: more })}`}
      </Typography>
    </ConfirmDialog>
  );
}
