import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId, useState } from 'react';
import { useUiText } from '../use-format';

export interface ConfirmDialogProps {
  open: boolean;
  /** A question that names what will happen: "Withdraw Ana Ruiz from Dublin A?" */
  title: string;
  children?: ReactNode;
  /** The verb: "Withdraw Ana Ruiz". */
  confirmLabel: string;
  /** The dialog stays, busy, until the promise settles; it is up to the caller to close it. */
  onConfirm: () => void | Promise<void>;
  onClose: () => void;
  danger?: boolean;
  cancelLabel?: string | undefined;
}

/** Asks before what cannot be undone. The safe answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, confirmLabel, onConfirm, onClose, danger = false, cancelLabel } = props;
  const t = useUiText();
  const titleId = useId();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open={open} onClose={() => !busy && onClose()} maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      {children !== undefined && <DialogContent>{children}</DialogContent>}
      <DialogActions>
        <Button autoFocus variant="outlined" onClick={onClose} disabled={busy}>
          {cancelLabel ?? t('dialog.cancel')}
        </Button>
        <Button variant="contained" color={danger ? 'error' : 'primary'} loading={busy} onClick={() => void confirm()}>
          {confirmLabel}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
