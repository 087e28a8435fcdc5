import { useTranslation } from 'react-i18next';

/** Names countries in the reader's language, from the device's own data. */
export function useCountry(): (code: string) => string {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames([i18n.language], { type: 'region' });
  return (code) => names.of(code) ?? code;
}
