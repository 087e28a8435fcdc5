import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface TaskDialogProps {
  title: string;
  confirmLabel: string;
  /** Why it was refused, in words. */
  refusal: string | null;
  saving: boolean;
  ready: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks for what an action needs; what was typed stays when the server refuses. */
export function TaskDialog(props: TaskDialogProps) {
  const { title, confirmLabel, refusal, saving, ready, onConfirm, onClose, children } = props;
  const { t } = useTranslation('tasks');
  const titleId = useId();
  return (
    <Dialog open onClose={saving ? undefined : onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onConfirm();
        }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 4 }}>
          {children}
          {refusal !== null && <Alert severity="error">{refusal}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={saving}>
            {t('kit:action.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={saving} disabled={!ready}>
            {confirmLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
