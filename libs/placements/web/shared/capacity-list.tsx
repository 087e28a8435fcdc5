import EditOutlined from '@mui/icons-material/EditOutlined';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useFormat } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type CapacityFacts } from './capacity-form';

export const PlainRows = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  padding: 0,
  marginBottom: 8,
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto',
    gap: '0 12px',
    alignItems: 'center',
    minHeight: 44,
    padding: '4px 0',
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  '& strong': { fontWeight: 550 },
  '& small': { display: 'block', fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** The places of a company, each to be edited by whoever may. */
export function CapacityList({
  capacities,
  onEdit,
}: {
  capacities: readonly Omit<CapacityFacts, 'version'>[];
  onEdit?: ((id: string) => void) | undefined;
}) {
  const { t } = useTranslation('placements');
  const format = useFormat();
  if (capacities.length === 0) return <p style={{ marginBottom: 8 }}>{t('companies.noPlacesYet')}</p>;
  const period = (from: string | null | undefined, to: string | null | undefined) => {
    if (from && to) return format.dateRange(from, to);
    if (from) return t('companies.from', { date: format.date(from, 'medium') });
    if (to) return t('companies.until', { date: format.date(to, 'medium') });
    return t('companies.always');
  };
  return (
    <PlainRows>
      {capacities.map(({ id, occupation, places, startsOn, endsOn }) => (
        <li key={id}>
          <div>
            <strong>{occupation}</strong>
            <small>{period(startsOn, endsOn)}</small>
          </div>
          <span className="num">{t('companies.placeCount', { count: places })}</span>
          {onEdit && (
            <IconButton aria-label={t('companies.edit', { occupation })} onClick={() => onEdit(id)}>
              <EditOutlined fontSize="small" />
            </IconButton>
          )}
        </li>
      ))}
    </PlainRows>
  );
}
