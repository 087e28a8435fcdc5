import { type FormErrors, useErrorText } from '@softmob/portal-kit';
import { SelectField } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TaskDialog } from './task-dialog';

/** Somebody to whom tasks may be given. */
export interface Colleague {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
}

interface AssignDialogProps {
  /** How many tasks. */
  count: number;
  /** The functions that hold them: whoever has all of these may take them. */
  roles: readonly string[];
  colleagues: readonly Colleague[];
  saving: boolean;
  errors: FormErrors | null | undefined;
  onAssign: (personId: string | null) => void;
  onClose: () => void;
}

const EVERYBODY = 'everybody';

/** Chooses the colleague who takes tasks, or gives them back to everybody who holds them. */
export function AssignDialog({ count, roles, colleagues, saving, errors, onAssign, onClose }: AssignDialogProps) {
  const { t } = useTranslation('tasks');
  const text = useErrorText('tasks');
  const [chosen, setChosen] = useState('');
  const names = new Map(colleagues.map(({ personId, name }) => [personId, name]));
  const has = new Set(colleagues.map(({ personId, role }) => `${personId}:${role}`));
  const fitting = [...names].filter(([personId]) => roles.every((role) => has.has(`${personId}:${role}`)));
  return (
    <TaskDialog
      title={t('assign.title', { count })}
      confirmLabel={t('assign.confirm')}
      refusal={errors ? text.of(errors) : null}
      saving={saving}
      ready={chosen !== ''}
      onConfirm={() => onAssign(chosen === EVERYBODY ? null : chosen)}
      onClose={onClose}
    >
      <SelectField
        name="colleague"
        label={t('assign.to')}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
        helperText={fitting.length === 0 ? t('assign.nobody') : t('assign.hint')}
        options={[
          ...fitting.map(([value, label]) => ({ value, label })),
          { value: EVERYBODY, label: t('assign.everybody') },
        ]}
      />
    </TaskDialog>
  );
}
