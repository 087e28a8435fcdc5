import { useTranslation } from 'react-i18next';

/** An ESCO label with a capital, as it stands in lists. */
export function useOccupation(): (label: string) => string {
  const { t } = useTranslation('cockpit');
  return (label) => {
    const known = t(`occupation.${label}`, { defaultValue: label });
    return known.charAt(0).toUpperCase() + known.slice(1);
  };
}
