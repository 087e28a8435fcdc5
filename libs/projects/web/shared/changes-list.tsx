import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { CheckField, Section } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type ImportRow, type ImportView } from './import-types';

const Cards = styled('div')({ display: 'grid', gap: 8 });

interface ChangesListProps {
  file: ImportView;
  accepted: ReadonlySet<number>;
  onChange: (accepted: ReadonlySet<number>) => void;
}

/** Rows that differ from what is stored: each is taken over only if somebody says so. */
export function ChangesList({ file, accepted, onChange }: ChangesListProps) {
  const { t } = useTranslation('projects');
  if (file.changed.length === 0) return null;
  const toggle = (row: number) => {
    const next = new Set(accepted);
    if (!next.delete(row)) next.add(row);
    onChange(next);
  };
  const all = file.changed.every(({ row }) => accepted.has(row));
  const differences = ({ changes }: ImportRow) =>
    changes.map(({ label, before, after }) => `${label}: ${before ?? '–'} → ${after ?? '–'}`).join(' · ');
  return (
    <Section
      id="changed"
      title={t('import.changedTitle', { count: file.counts.changed })}
      description={t('import.changedText')}
      actions={
        <Button onClick={() => onChange(all ? new Set() : new Set(file.changed.map(({ row }) => row)))}>
          {all ? t('import.acceptNone') : t('import.acceptAll')}
        </Button>
      }
    >
      <Cards>
        {file.changed.map((row) => (
          <CheckField
            key={row.row}
            id={`accept-${String(row.row)}`}
            label={t('import.row', { row: row.row })}
            hint={differences(row)}
            checked={accepted.has(row.row)}
            onChange={() => toggle(row.row)}
          />
        ))}
      </Cards>
    </Section>
  );
}
