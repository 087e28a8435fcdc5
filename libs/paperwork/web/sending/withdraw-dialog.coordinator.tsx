import { useErrorText, useSubmit, useToast } from '@softmob/portal-kit';
import { ConfirmDialog, Notice, TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type IssuedRow } from './issued-screen.coordinator';
import { WithdrawDocument } from './paperwork.operations.coordinator';

const SHORTEST_REASON = 3;

/** Asks why a document is to hold no more. */
export function WithdrawDialog({ document, onClose }: { document: IssuedRow; onClose: () => void }) {
  const { t } = useTranslation('paperwork');
  const toast = useToast();
  const text = useErrorText('paperwork');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { submit, errors } = useSubmit(WithdrawDocument);
  const tooShort = reason.trim().length < SHORTEST_REASON;
  const withdraw = async () => {
    setTried(true);
    if (tooShort || !(await submit({ id: document.id, reason }))) return;
    toast(t('withdraw.done', { number: document.number }));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('withdraw.title', { number: document.number })}
      confirmLabel={t('withdraw.open')}
      onConfirm={withdraw}
      onClose={onClose}
    >
      {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
      <p>{t('withdraw.text')}</p>
      <TextInput
        label={t('withdraw.reason')}
        value={reason}
        maxLength={500}
        error={tried && tooShort}
        helperText={tried && tooShort ? t('withdraw.reasonMissing') : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
    </ConfirmDialog>
  );
}
