import Button from '@mui/material/Button';
import { useErrorText, useSubmit, useToast } from '@softmob/portal-kit';
import { ConfirmDialog, Notice, TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DifferenceList } from './difference-list';
import { type Template } from './process-editor.coordinator';
import { fromServer } from './process-draft';
import {
  ArchiveProcessDocument,
  CopyProcessDocument,
  PublishProcessDocument,
  ShareProcessDocument,
} from './processes.operations.coordinator';

interface ProcessActionsProps {
  template: Template;
  faults: number;
  dirty: boolean;
  onChanged: () => Promise<void>;
}

/** What one does with a process as a whole: publish, share, put away; of another's, take it over. */
export function ProcessActions(props: ProcessActionsProps) {
  const { template, onChanged } = props;
  const { t } = useTranslation('processes');
  const toast = useToast();
  const navigate = useNavigate();
  const copying = useSubmit(CopyProcessDocument);
  const sharing = useSubmit(ShareProcessDocument);
  const archiving = useSubmit(ArchiveProcessDocument);
  const { id, version, origin, sharedWithPartners, archivedAt, versions } = template;
  const copy = async () => {
    const made = await copying.submit({ id });
    if (made) void navigate(`/processes/${made.copyProcessTemplate.id}`);
  };
  if (origin !== 'own') {
    return (
      <Button variant="contained" loading={copying.saving} onClick={() => void copy()}>
        {t('list.copyIt')}
      </Button>
    );
  }
  const share = async () => {
    if (!(await sharing.submit({ id, version, shared: !sharedWithPartners }))) return;
    toast(t(sharedWithPartners ? 'editor.unshared' : 'editor.shared'));
    await onChanged();
  };
  const archive = async () => {
    if (!(await archiving.submit({ id, version, archived: !archivedAt }))) return;
    toast(t(archivedAt ? 'editor.restored' : 'editor.archived'));
    await onChanged();
  };
  return (
    <>
      <PublishButton {...props} />
      {versions.length > 0 && (
        <Button loading={sharing.saving} disabled={props.dirty} onClick={() => void share()}>
          {t(sharedWithPartners ? 'editor.unshare' : 'editor.share')}
        </Button>
      )}
      <Button loading={archiving.saving} disabled={props.dirty} onClick={() => void archive()}>
        {t(archivedAt ? 'editor.restore' : 'editor.archive')}
      </Button>
    </>
  );
}

function PublishButton({ template, faults, dirty, onChanged }: ProcessActionsProps) {
  const { t } = useTranslation('processes');
  const toast = useToast();
  const text = useErrorText('processes');
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const { submit, errors } = useSubmit(PublishProcessDocument);
  const { id, version, draft, versions } = template;
  const number = (versions[0]?.number ?? 0) + 1;
  const publish = async () => {
    if (!(await submit({ id, version, note: note.trim() || null }))) return;
    setOpen(false);
    toast(t('publish.done', { number }));
    await onChanged();
  };
  return (
    <>
      <Button disabled={!draft || dirty || faults > 0} onClick={() => setOpen(true)}>
        {t('publish.open', { number })}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('publish.title', { number })}
        confirmLabel={t('publish.confirm', { number })}
        onConfirm={publish}
        onClose={() => setOpen(false)}
      >
        {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
        <p>{t('publish.text')}</p>
        <DifferenceList before={(versions[0]?.steps ?? []).map(fromServer)} after={(draft ?? []).map(fromServer)} />
        <TextInput
          label={t('publish.note')}
          optional
          multiline
          minRows={2}
          maxLength={500}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </ConfirmDialog>
    </>
  );
}
