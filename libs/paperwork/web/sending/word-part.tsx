import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type Locale } from '@softmob/learning-model';
import { readTag, type TemplateFault, type WordFile } from '@softmob/paperwork-model';
import { fileUrl, type FormErrors, toFormErrors, uploadFile, useErrorText } from '@softmob/portal-kit';
import { FileDrop, Notice, Section } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaceholderName } from '../shared/placeholder-names';
import { blockId } from './fault-list';

const MOST_BYTES = 2 * 1024 * 1024;

/** Lets a Word file take the place of the blocks. */
export function WordUpload({ onTaken }: { onTaken: (word: WordFile) => void }) {
  const { t } = useTranslation('paperwork');
  const text = useErrorText('paperwork');
  const [progress, setProgress] = useState<number | undefined>(undefined);
  const [errors, setErrors] = useState<FormErrors | null>(null);
  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    setErrors(null);
    try {
      onTaken((await uploadFile('/document-template-files', file, { onProgress: setProgress })) as WordFile);
    } catch (error) {
      setErrors(toFormErrors(error));
    } finally {
      setProgress(undefined);
    }
  };
  return (
    <Box component="details" sx={{ '& > summary': { cursor: 'pointer', fontWeight: 600, mb: 2 } }}>
      <summary>{t('word.instead')}</summary>
      <p>{t('word.how')}</p>
      {errors && (
        <Notice tone="blocked">
          {errors.fields.length > 0
            ? errors.fields.map(({ code, message }) => t(`errors.${code}`, { defaultValue: message })).join(' ')
            : text.of(errors)}
        </Notice>
      )}
      <FileDrop
        label={t('word.file')}
        hint={t('word.hint')}
        accept=".docx"
        maxBytes={MOST_BYTES}
        {...(progress === undefined ? {} : { progress })}
        onFiles={(files) => void take(files)}
      />
    </Box>
  );
}

interface WordPartProps {
  word: WordFile;
  locale: Locale;
  faults: readonly TemplateFault[];
  onRemove: () => void;
}

/** The Word file in force, the placeholders that stand in it, and what is wrong with them. */
export function WordPart({ word, locale, faults, onRemove }: WordPartProps) {
  const { t } = useTranslation('paperwork');
  const nameOf = usePlaceholderName();
  const own = faults.filter(({ path }) => path === `${locale}.word`);
  return (
    <Section
      id={blockId(locale, 'word')}
      title={word.fileName}
      actions={
        <>
          <Button size="small" href={fileUrl(`/document-template-files/${word.fileId}`)} download={word.fileName}>
            {t('kit:action.download')}
          </Button>
          <Button size="small" onClick={onRemove}>
            {t('word.remove')}
          </Button>
        </>
      }
    >
      {own.length > 0 && (
        <Notice tone="blocked" title={t('word.faults')}>
          <ul style={{ margin: 0, paddingLeft: 18 }}>
            {own.map(({ code, params }) => (
              <li key={params.placeholder}>{t(`fault.${code}`, params)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <p style={{ margin: '12px 0 6px' }}>{t('word.tags', { count: word.tags.length })}</p>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {word.tags.map((tag) => (
          <li key={tag} style={{ overflowWrap: 'anywhere' }}>
            <code>{`{{${tag}}}`}</code> {nameOf(readTag(tag)?.path ?? tag)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
