import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { LONGEST_LOGO } from '@softmob/paperwork-model';
import { CheckField, FileDrop, Notice, Section, TextInput } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft } from './template-draft';

interface FrameFieldsProps {
  draft: Draft;
  onChange: (patch: Partial<Draft>, field?: string | null) => void;
}

/** Bytes of a picture whose data URL is just short enough. */
const MOST_BYTES = Math.floor((LONGEST_LOGO - 40) * 0.75);

const asDataUrl = (file: File): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(new Error('The file could not be read'));
    reader.readAsDataURL(file);
  });

/** What holds for all languages: names, who gets the document, the logo. */
export function FrameFields({ draft, onChange }: FrameFieldsProps) {
  const { t } = useTranslation('paperwork');
  const { content } = draft;
  const setReader = (reader: 'participant' | 'host', on: boolean) =>
    onChange({ content: { ...content, readers: { ...content.readers, [reader]: on } } });
  return (
    <Section title={t('frame.title')}>
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
        {(['nameEn', 'nameIt'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`frame.${field}`)}
            value={draft[field]}
            maxLength={200}
            error={draft[field].trim() === ''}
            onChange={({ target }) => onChange({ [field]: target.value }, field)}
          />
        ))}
        <fieldset style={{ border: 0, margin: 0, padding: 0, display: 'grid', gap: 6, alignContent: 'start' }}>
          <legend style={{ padding: '0 0 6px', fontWeight: 600 }}>{t('frame.readers')}</legend>
          {(['participant', 'host'] as const).map((reader) => (
            <CheckField
              key={reader}
              id={`reader-${reader}`}
              name={`reader-${reader}`}
              label={t(`frame.${reader}`)}
              checked={content.readers[reader]}
              onChange={({ target }) => setReader(reader, target.checked)}
            />
          ))}
        </fieldset>
        <Logo logo={content.logo} onChange={(logo) => onChange({ content: { ...content, logo } })} />
      </Box>
    </Section>
  );
}

function Logo({ logo, onChange }: { logo: string | null; onChange: (logo: string | null) => void }) {
  const { t } = useTranslation('paperwork');
  const [failed, setFailed] = useState(false);
  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    try {
      onChange(await asDataUrl(file));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  if (logo) {
    return (
      <div style={{ display: 'grid', gap: 8, justifyItems: 'start' }}>
        <strong>{t('frame.logo')}</strong>
        <Box sx={{ p: 2, bgcolor: '#fff', border: 1, borderColor: 'divider', borderRadius: 1 }}>
          <img src={logo} alt={t('frame.logoAlt')} style={{ display: 'block', maxWidth: 180, maxHeight: 60 }} />
        </Box>
        <Button size="small" onClick={() => onChange(null)}>
          {t('frame.logoRemove')}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <FileDrop
        label={t('frame.logo')}
        hint={t('frame.logoHint')}
        accept="image/png,image/jpeg"
        maxBytes={MOST_BYTES}
        onFiles={(files) => void take(files)}
      />
      {failed && <Notice tone="blocked">{t('frame.logoFailed')}</Notice>}
    </div>
  );
}
