import { useFormat } from '@softmob/portal-kit';
import { useMemo } from 'react';

/** Names countries (ISO 3166-1 alpha-2) in the reader's language. */
export function useCountry(): (code: string) => string {
  const { locale } = useFormat();
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    return (code) => names.of(code) ?? code;
  }, [locale]);
}
