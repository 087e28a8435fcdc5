import { useErrorText, useSubmit, useToast } from '@softmob/portal-kit';
import { ConfirmDialog, SelectField } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskHostDocument } from './board.operations.coordinator';

export interface AskHostDialogProps {
  mobilityIds: readonly string[];
  hosts: readonly { id: string; name: string; town: string; country: string }[];
  preset: string | null;
  onClose: () => void;
  onDone: () => void;
}

/** Leaves the choice of companies to a host: it sees profiles without names and answers. */
export function AskHostDialog({ mobilityIds, hosts, preset, onClose, onDone }: AskHostDialogProps) {
  const { t } = useTranslation('placements');
  const toast = useToast();
  const say = useErrorText('placements');
  const { submit, errors } = useSubmit(AskHostDocument);
  const [hostId, setHostId] = useState(preset ?? hosts[0]?.id ?? '');
  const host = hosts.find(({ id }) => id === hostId);
  const count = mobilityIds.length;
  return (
    <ConfirmDialog
      open
      title={t('ask.title', { count })}
      confirmLabel={t('ask.confirm', { count })}
      onClose={onClose}
      onConfirm={async () => {
        if (!host) return;
        const asked = await submit({ input: { mobilityIds: [...mobilityIds], hostOrganisationId: host.id } });
        if (!asked) return;
        toast(t('ask.done', { count, host: host.name }));
        onDone();
      }}
    >
      <p style={{ marginBottom: 16 }}>{t('ask.text')}</p>
      <SelectField
        id="host"
        label={t('ask.host')}
        value={hostId}
        onChange={({ target }) => setHostId(target.value)}
        empty={null}
        options={hosts.map(({ id, name, town }) => ({ value: id, label: `${name}, ${town}` }))}
        error={errors !== null}
        helperText={errors ? say.of(errors) : hosts.length === 0 ? t('ask.none') : undefined}
      />
    </ConfirmDialog>
  );
}
