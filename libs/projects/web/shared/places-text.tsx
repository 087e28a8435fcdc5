import { useTranslation } from 'react-i18next';

/** Places by occupation in one line: "3 × cook, 2 × waiter". */
export function PlacesText({ places }: { places: readonly { occupation: string; places: number }[] }) {
  const { t } = useTranslation('projects');
  if (places.length === 0) return <>{t('clone.noPlaces')}</>;
  return (
    <span className="num" style={{ display: 'inline-block', minWidth: 160, whiteSpace: 'normal' }}>
      {places.map(({ occupation, places: count }) => `${String(count)} × ${occupation}`).join(', ')}
    </span>
  );
}
