import Button from '@mui/material/Button';
import { ArchiveButton, PublishButton, useSubmit, useToast } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';
import { DifferenceList } from './difference-list';
import { fromServer } from './process-draft';
import { type Template } from './process-editor.coordinator';
import {
  ArchiveProcessDocument,
  PublishProcessDocument,
  ShareProcessDocument,
} from './processes.operations.coordinator';
import { useCopyProcess } from './use-copy-process.coordinator';

interface ProcessActionsProps {
  template: Template;
  faults: number;
  dirty: boolean;
  onChanged: () => Promise<void>;
}

/** What one does with a process as a whole: publish, share, put away; of another's, take it over. */
export function ProcessActions({ template, faults, dirty, onChanged }: ProcessActionsProps) {
  const { t } = useTranslation('processes');
  const toast = useToast();
  const copying = useCopyProcess();
  const sharing = useSubmit(ShareProcessDocument);
  const { id, version, origin, sharedWithPartners, draft, versions } = template;
  if (origin !== 'own') {
    return (
      <Button variant="contained" loading={copying.saving} onClick={() => void copying.copy(id)}>
        {t('list.copyIt')}
      </Button>
    );
  }
  const share = async () => {
    if (!(await sharing.submit({ id, version, shared: !sharedWithPartners }))) return;
    toast(t(sharedWithPartners ? 'editor.unshared' : 'editor.shared'));
    await onChanged();
  };
  return (
    <>
      <PublishButton
        item={template}
        mutation={PublishProcessDocument}
        ns="processes"
        disabled={!draft || dirty || faults > 0}
        onPublished={onChanged}
      >
        <p>{t('editor.publishText')}</p>
        <DifferenceList before={(versions[0]?.steps ?? []).map(fromServer)} after={(draft ?? []).map(fromServer)} />
      </PublishButton>
      {versions.length > 0 && (
        <Button loading={sharing.saving} disabled={dirty} onClick={() => void share()}>
          {t(sharedWithPartners ? 'editor.unshare' : 'editor.share')}
        </Button>
      )}
      <ArchiveButton
        item={template}
        mutation={ArchiveProcessDocument}
        said={{ archived: t('editor.archived'), restored: t('editor.restored') }}
        disabled={dirty}
        onArchived={onChanged}
      />
    </>
  );
}
