import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { type PaperTemplateQuery } from '@softmob/gql/sending-coordinator/graphql';
import { type Locale, LOCALES } from '@softmob/learning-model';
import { checkContent, isKind, KINDS, type Sheet, type Subject, type TemplateFault } from '@softmob/paperwork-model';
import {
  DraftActions,
  Page,
  useErrorText,
  useSubmit,
  useToast,
  useUndo,
  useUnsavedGuard,
  useUrlState,
} from '@softmob/portal-kit';
import { Notice } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { FaultList } from './fault-list';
import { FrameFields } from './frame-fields';
import { SaveTemplateDocument } from './paperwork.operations.coordinator';
import { SheetEditor } from './sheet-editor';
import { SheetPreview } from './sheet-preview';
import { TemplateActions } from './template-actions.coordinator';
import { type Draft } from './template-draft';
import { VersionList } from './version-list';

export type Template = PaperTemplateQuery['documentTemplate'];

const NOTHING: Draft['content'] = {
  sheets: { en: null, it: null },
  readers: { participant: false, host: false },
  logo: null,
};
const draftOf = ({ nameEn, nameIt, draft, versions }: Template): Draft => ({
  nameEn,
  nameIt,
  content: draft ?? versions[0]?.content ?? NOTHING,
});

interface TemplateEditorProps {
  template: Template;
  onChanged: () => Promise<void>;
}

/** Blocks in each language with the document beside them as it would look. */
export function TemplateEditor({ template, onChanged }: TemplateEditorProps) {
  const { t, i18n } = useTranslation('paperwork');
  const toast = useToast();
  const text = useErrorText('paperwork');
  const [{ language }, setUrl] = useUrlState({ language: 'en' });
  const locale: Locale = language === 'it' ? 'it' : 'en';
  const draft = useUndo(() => draftOf(template));
  const { past, present, change } = draft;
  const { submit, saving, errors } = useSubmit(SaveTemplateDocument);
  const readOnly = template.origin !== 'own';
  const dirty = past.length > 0;
  useUnsavedGuard(dirty);
  const subject: Subject = isKind(template.kind) ? KINDS[template.kind].subject : 'mobility';
  const faults = checkContent(present.content, subject);
  const save = async () => {
    const { id, version } = template;
    if (!(await submit({ input: { id, version, ...present } }))) return;
    toast(t('editor.saved'));
    await onChanged();
  };
  const setSheet = (sheet: Sheet | null, field: string | null = null) =>
    change({ content: { ...present.content, sheets: { ...present.content.sheets, [locale]: sheet } } }, field);
  return (
    <Page
      title={i18n.language === 'it' ? template.nameIt : template.nameEn}
      description={t(readOnly ? 'editor.readOnly' : 'editor.text')}
      crumbs={[{ label: t('nav.papers'), to: '/papers' }]}
      actions={
        <>
          {!readOnly && <DraftActions {...{ draft, saving }} onSave={save} />}
          <TemplateActions {...{ template, dirty, onChanged, locale }} faults={faults.length} />
        </>
      }
    >
      <Box sx={{ display: 'grid', gap: 5 }}>
        {errors && <Notice tone="blocked">{text.of(errors)}</Notice>}
        {template.basis && <Notice tone="draft">{t(`basisText.${template.basis}`)}</Notice>}
        {!readOnly && (
          <Faults faults={faults} content={present.content} onLanguage={(to) => setUrl({ language: to })} />
        )}
        {!readOnly && <FrameFields draft={present} onChange={change} />}
        <Tabs
          value={locale}
          onChange={(_event, to: string) => setUrl({ language: to })}
          aria-label={t('editor.languages')}
        >
          {LOCALES.map((one) => (
            <Tab key={one} value={one} id={`tab-${one}`} aria-controls="sheet" label={t(`language.${one}`)} />
          ))}
        </Tabs>
        <Box
          id="sheet"
          role="tabpanel"
          aria-labelledby={`tab-${locale}`}
          sx={{
            display: 'grid',
            gap: 5,
            gridTemplateColumns: {
              xs: 'minmax(0, 1fr)',
              lg: readOnly ? 'minmax(0, 720px)' : 'minmax(0, 1fr) minmax(0, 1fr)',
            },
          }}
        >
          {!readOnly && <SheetEditor {...{ subject, locale, faults }} content={present.content} onChange={setSheet} />}
          <SheetPreview content={present.content} locale={locale} />
        </Box>
        <VersionList versions={template.versions} />
      </Box>
    </Page>
  );
}

interface FaultsProps {
  faults: readonly TemplateFault[];
  content: Draft['content'];
  onLanguage: (locale: Locale) => void;
}

function Faults({ faults, content, onLanguage }: FaultsProps) {
  const { t } = useTranslation('paperwork');
  if (faults.length === 0) return null;
  return (
    <Notice tone="atRisk" title={t('editor.faults', { count: faults.length })}>
      <FaultList {...{ faults, content, onLanguage }} />
    </Notice>
  );
}
