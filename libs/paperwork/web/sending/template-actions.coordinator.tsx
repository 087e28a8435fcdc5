import Button from '@mui/material/Button';
import { type Locale } from '@softmob/learning-model';
import { fileUrl, useErrorText, useSubmit, useToast } from '@softmob/portal-kit';
import { ConfirmDialog, Notice, TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DifferenceList } from './difference-list';
import {
  ArchiveTemplateDocument,
  CopyTemplateDocument,
  PublishTemplateDocument,
} from './paperwork.operations.coordinator';
import { type Template } from './template-editor.coordinator';

interface TemplateActionsProps {
  template: Template;
  faults: number;
  dirty: boolean;
  locale: Locale;
  onChanged: () => Promise<void>;
}

/** What one does with a template as a whole: print a specimen, publish, put away; take over one that is shipped. */
export function TemplateActions(props: TemplateActionsProps) {
  const { template, locale, dirty, onChanged } = props;
  const { t } = useTranslation('paperwork');
  const toast = useToast();
  const navigate = useNavigate();
  const copying = useSubmit(CopyTemplateDocument);
  const archiving = useSubmit(ArchiveTemplateDocument);
  const { id, version, origin, archivedAt } = template;
  const specimen = (
    <Button href={fileUrl(`/document-templates/${id}/specimen?locale=${locale}`)} target="_blank" disabled={dirty}>
      {t('editor.specimen')}
    </Button>
  );
  const copy = async () => {
    const made = await copying.submit({ id });
    if (made) void navigate(`/papers/templates/${made.copyDocumentTemplate.id}`);
  };
  if (origin !== 'own') {
    return (
      <>
        {specimen}
        <Button variant="contained" loading={copying.saving} onClick={() => void copy()}>
          {t('library.copy')}
        </Button>
      </>
    );
  }
  const archive = async () => {
    if (!(await archiving.submit({ id, version, archived: !archivedAt }))) return;
    toast(t(archivedAt ? 'editor.restored' : 'editor.archived'));
    await onChanged();
  };
  return (
    <>
      {specimen}
      <PublishButton {...props} />
      <Button loading={archiving.saving} disabled={dirty} onClick={() => void archive()}>
        {t(archivedAt ? 'editor.restore' : 'editor.archive')}
      </Button>
    </>
  );
}

function PublishButton({ template, faults, dirty, onChanged }: TemplateActionsProps) {
  const { t } = useTranslation('paperwork');
  const toast = useToast();
  const text = useErrorText('paperwork');
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const { submit, errors } = useSubmit(PublishTemplateDocument);
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
        {draft && versions[0] && <DifferenceList before={versions[0].content} after={draft} />}
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
