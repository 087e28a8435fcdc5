import Button from '@mui/material/Button';
import { type Locale } from '@softmob/learning-model';
import { ArchiveButton, fileUrl, PublishButton } from '@softmob/portal-kit';
import { useTranslation } from 'react-i18next';
import { DifferenceList } from './difference-list';
import { ArchiveTemplateDocument, PublishTemplateDocument } from './paperwork.operations.coordinator';
import { type Template } from './template-editor.coordinator';
import { useCopyTemplate } from './use-copy-template.coordinator';

interface TemplateActionsProps {
  template: Template;
  faults: number;
  dirty: boolean;
  locale: Locale;
  onChanged: () => Promise<void>;
}

/** What one does with a template as a whole: print a specimen, publish, put away; take over one that is shipped. */
export function TemplateActions({ template, faults, dirty, locale, onChanged }: TemplateActionsProps) {
  const { t } = useTranslation('paperwork');
  const { copy, saving } = useCopyTemplate();
  const { id, origin, draft, versions } = template;
  const specimen = (
    <Button href={fileUrl(`/document-templates/${id}/specimen?locale=${locale}`)} target="_blank" disabled={dirty}>
      {t('editor.specimen')}
    </Button>
  );
  if (origin !== 'own') {
    return (
      <>
        {specimen}
        <Button variant="contained" loading={saving} onClick={() => void copy(id)}>
          {t('library.copy')}
        </Button>
      </>
    );
  }
  return (
    <>
      {specimen}
      <PublishButton
        item={template}
        mutation={PublishTemplateDocument}
        ns="paperwork"
        disabled={!draft || dirty || faults > 0}
        onPublished={onChanged}
      >
        <p>{t('editor.publishText')}</p>
        {draft && versions[0] && <DifferenceList before={versions[0].content} after={draft} />}
      </PublishButton>
      <ArchiveButton
        item={template}
        mutation={ArchiveTemplateDocument}
        said={{ archived: t('editor.archived'), restored: t('editor.restored') }}
        disabled={dirty}
        onArchived={onChanged}
      />
    </>
  );
}
