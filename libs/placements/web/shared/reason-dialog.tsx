import { ConfirmDialog, TextInput } from '@softmob/ui';
import { type FormErrors, useErrorText } from '@softmob/portal-kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface ReasonDialogProps {
  title: string;
  text: string;
  confirmLabel: string;
  errors: FormErrors | null;
  onConfirm: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks why before something ends: those concerned will read it. */
export function ReasonDialog({ title, text, confirmLabel, errors, onConfirm, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('placements');
  const say = useErrorText('placements');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const fault = missing && reason.trim().length < 3 ? t('reason.missing') : errors && say.of(errors);
  return (
    <ConfirmDialog
      open
      danger
      title={title}
      confirmLabel={confirmLabel}
      onClose={onClose}
      onConfirm={async () => {
        setMissing(true);
        if (reason.trim().length >= 3) await onConfirm(reason.trim());
      }}
    >
      <p style={{ marginBottom: 16 }}>{text}</p>
      <TextInput
        id="reason"
        label={t('reason.label')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        multiline
        minRows={2}
        maxLength={500}
        error={Boolean(fault)}
        helperText={fault ?? t('reason.hint')}
      />
    </ConfirmDialog>
  );
}
