import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { MAX_TEXT } from '@softmob/conversations-model';
import { useSubmit } from '@softmob/portal-kit';
import { ConfirmDialog } from '@softmob/ui';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditMessageDocument, RemoveMessageDocument } from './documents.conversing';
import { useFaultText } from './use-fault-text';
import { type MessageRow } from './use-messages';

interface ChangeProps {
  message: MessageRow;
  onChanged: (message: MessageRow) => void;
}

/** Changing or taking back one's own message, while that is still possible. */
export function ChangeMessage({ message, onChanged }: ChangeProps) {
  const { t } = useTranslation('conversations');
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {message.text && (
        <Button size="small" onClick={() => setOpen('edit')}>
          {t('kit:action.edit')}
        </Button>
      )}
      <Button size="small" onClick={() => setOpen('remove')}>
        {t('message.takeBack')}
      </Button>
      {open === 'edit' && <EditDialog message={message} onChanged={onChanged} onClose={close} />}
      {open === 'remove' && <RemoveDialog message={message} onChanged={onChanged} onClose={close} />}
    </>
  );
}

function EditDialog({ message, onChanged, onClose }: ChangeProps & { onClose: () => void }) {
  const { t } = useTranslation('conversations');
  const title = useId();
  const [text, setText] = useState(message.text ?? '');
  const { submit, saving, errors } = useSubmit(EditMessageDocument);
  const faultText = useFaultText();
  const save = async () => {
    const result = await submit({ id: message.id, text, expectedVersion: message.version });
    if (!result) return;
    onChanged(result.editMessage);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={title}>
      <DialogTitle id={title}>{t('message.editTitle')}</DialogTitle>
      <DialogContent>
        <TextField
          value={text}
          onChange={({ target }) => setText(target.value)}
          multiline
          minRows={3}
          fullWidth
          autoFocus
          error={errors !== null}
          helperText={errors ? faultText(errors) : t('message.editHint')}
          slotProps={{ htmlInput: { maxLength: MAX_TEXT, 'aria-label': t('composer.label') } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('kit:action.cancel')}</Button>
        <Button variant="contained" onClick={() => void save()} loading={saving} disabled={text.trim() === ''}>
          {t('kit:action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function RemoveDialog({ message, onChanged, onClose }: ChangeProps & { onClose: () => void }) {
  const { t } = useTranslation('conversations');
  const { submit, errors } = useSubmit(RemoveMessageDocument);
  const faultText = useFaultText();
  const remove = async () => {
    const result = await submit({ id: message.id, expectedVersion: message.version });
    if (!result) return;
    onChanged(result.removeMessage);
    onClose();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('message.takeBackTitle')}
      confirmLabel={t('message.takeBack')}
      onConfirm={remove}
      onClose={onClose}
    >
      {errors ? faultText(errors) : t('message.takeBackDetail')}
    </ConfirmDialog>
  );
}
