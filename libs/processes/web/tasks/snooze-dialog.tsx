import { addDays, type FormErrors, useErrorText, useToday } from '@softmob/portal-kit';
import { CheckField, DateField, TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TaskDialog } from './task-dialog';

/** Until when tasks are put off, why, and whether that may be beyond the departure. */
export interface SnoozeChoice {
  until: string;
  reason: string;
  beyondDeparture: boolean;
}

interface SnoozeDialogProps {
  /** How many tasks. */
  count: number;
  saving: boolean;
  errors: FormErrors | null | undefined;
  onSnooze: (choice: SnoozeChoice) => void;
  onClose: () => void;
}

const WEEK = 7;

/** Puts tasks off: a day, a reason, and a confirmation once the server says that a departure lies before that day. */
export function SnoozeDialog({ count, saving, errors, onSnooze, onClose }: SnoozeDialogProps) {
  const { t } = useTranslation('tasks');
  const text = useErrorText('tasks');
  const today = useToday();
  const [until, setUntil] = useState(addDays(today, WEEK));
  const [reason, setReason] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const beyond = errors?.reason === 'SNOOZE_BEYOND_DEPARTURE';
  return (
    <TaskDialog
      title={t('snooze.title', { count })}
      confirmLabel={t('snooze.confirm')}
      refusal={errors && !(beyond && confirmed) ? text.of(errors) : null}
      saving={saving}
      ready={until > today && reason.trim().length > 2 && (!beyond || confirmed)}
      onConfirm={() => onSnooze({ until, reason, beyondDeparture: beyond && confirmed })}
      onClose={onClose}
    >
      <DateField
        name="until"
        label={t('snooze.until')}
        value={until}
        min={addDays(today, 1)}
        onChange={({ target }) => setUntil(target.value)}
        helperText={t('snooze.hint')}
      />
      <TextInput
        name="reason"
        label={t('snooze.reason')}
        value={reason}
        maxLength={300}
        multiline
        minRows={2}
        onChange={({ target }) => setReason(target.value)}
        helperText={t('snooze.reasonHint')}
      />
      {beyond && (
        <CheckField
          name="beyondDeparture"
          label={t('snooze.beyond')}
          checked={confirmed}
          onChange={({ target }) => setConfirmed(target.checked)}
        />
      )}
    </TaskDialog>
  );
}
