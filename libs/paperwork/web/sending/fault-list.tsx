import Link from '@mui/material/Link';
import { type Locale } from '@softmob/learning-model';
import { type TemplateContent, type TemplateFault } from '@softmob/paperwork-model';
import { useTranslation } from 'react-i18next';
import { flushSync } from 'react-dom';

interface FaultListProps {
  faults: readonly TemplateFault[];
  content: TemplateContent;
  onLanguage: (locale: Locale) => void;
}

const MOST_SHOWN = 12;
/** Under which id the block of a language is found. */
export const blockId = (locale: string, key: string): string => `block-${locale}-${key}`;

/** What keeps the template from being published; each line leads to its block. */
export function FaultList({ faults, content, onLanguage }: FaultListProps) {
  const { t } = useTranslation('paperwork');
  const go = (locale: Locale, key: string) => {
    flushSync(() => onLanguage(locale));
    requestAnimationFrame(() => {
      document.getElementById(blockId(locale, key))?.querySelector<HTMLElement>('input, textarea')?.focus();
    });
  };
  return (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {faults.slice(0, MOST_SHOWN).map(({ path, code, params }) => {
        const [locale, key = ''] = path.split('.') as [Locale, string?];
        const position = content.sheets[locale]?.blocks.findIndex((block) => block.key === key) ?? -1;
        const where =
          position >= 0
            ? t('fault.at', { language: t(`language.${locale}`), position: position + 1 })
            : t(`language.${locale}`, { defaultValue: '' });
        return (
          <li key={`${path} ${params.placeholder ?? ''}`}>
            {position >= 0 ? (
              <Link component="button" type="button" onClick={() => go(locale, key)}>
                {where}
              </Link>
            ) : (
              where
            )}
            {where && ': '}
            {t(`fault.${code}`, params)}
          </li>
        );
      })}
      {faults.length > MOST_SHOWN && <li>{t('fault.more', { count: faults.length - MOST_SHOWN })}</li>}
    </ul>
  );
}
