import { type Locale, textIn } from '@softmob/learning-model';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Words } from './types';

/** Says a text that stands in both languages in the reader's. */
export function useSay() {
  const { i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const say = useCallback((words: Words | null | undefined) => (words ? textIn(words, locale) : ''), [locale]);
  return { locale, say };
}
