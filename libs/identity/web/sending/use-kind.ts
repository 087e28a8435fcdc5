import { useTranslation } from 'react-i18next';

/** What a kind of job does, in words; its name where there are none yet. */
export function useKind(): (kind: string) => string {
  const { t } = useTranslation('identity');
  return (kind) => t(`queue.kinds.${kind.replace(':', '_')}`, { defaultValue: kind });
}
