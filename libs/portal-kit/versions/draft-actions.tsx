import RedoOutlined from '@mui/icons-material/RedoOutlined';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useTranslation } from 'react-i18next';

interface DraftActionsProps {
  /** What is worked on, as `useUndo` keeps it. */
  draft: { past: readonly unknown[]; future: readonly unknown[]; step: (direction: 'undo' | 'redo') => void };
  saving: boolean;
  onSave: () => Promise<void>;
}

/** Undo, redo and save, of a draft. */
export function DraftActions({ draft: { past, future, step }, saving, onSave }: DraftActionsProps) {
  const { t } = useTranslation('kit');
  return (
    <>
      <IconButton aria-label={t('action.undo')} disabled={past.length === 0} onClick={() => step('undo')}>
        <UndoOutlined />
      </IconButton>
      <IconButton aria-label={t('draft.redo')} disabled={future.length === 0} onClick={() => step('redo')}>
        <RedoOutlined />
      </IconButton>
      <Button variant="contained" loading={saving} disabled={past.length === 0} onClick={() => void onSave()}>
        {t('draft.save')}
      </Button>
    </>
  );
}
