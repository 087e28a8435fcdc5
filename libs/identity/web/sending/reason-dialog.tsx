import { type FormErrors, Form, useForm } from '@softmob/portal-kit';
import { TextInput } from '@softmob/ui';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface ReasonDialogProps {
  title: string;
  text: string;
  confirmLabel: string;
  saving: boolean;
  errors: FormErrors | null;
  onClose: () => void;
  onConfirm: (reason: string) => Promise<void>;
}

/** Asks why, before something is settled that nobody does again by itself. */
export function ReasonDialog({ title, text, confirmLabel, saving, errors, onClose, onConfirm }: ReasonDialogProps) {
  const { t } = useTranslation('identity');
  const id = useId();
  const form = useForm({
    initial: { reason: '' },
    validate: ({ reason }): Record<string, string> =>
      reason.trim().length < 3 ? { reason: t('queue.reasonMissing') } : {},
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{title}</DialogTitle>
      <Form form={form} errors={errors} onSubmit={({ reason }) => onConfirm(reason.trim())}>
        <DialogContent>
          <Typography sx={{ mb: 4 }}>{text}</Typography>
          <TextInput {...form.field('reason')} label={t('queue.reason')} multiline minRows={2} maxLength={500} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('kit:action.cancel')}</Button>
          <Button type="submit" variant="contained" loading={saving}>
            {confirmLabel}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
