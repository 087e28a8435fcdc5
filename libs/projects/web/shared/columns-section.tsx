import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { Section, SelectField, StateChip } from '@softmob/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportActions, type ImportColumn, type ImportView } from './import-types';

const List = styled('ul')(({ theme }) => ({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(200px, 280px)',
    gap: 16,
    alignItems: 'center',
    padding: '10px 0',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  '& .head': { display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap', fontWeight: 550 },
  '& small': {
    display: 'block',
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  [theme.breakpoints.down('sm')]: { '& > li': { gridTemplateColumns: '1fr', gap: 8 } },
}));

interface LineProps {
  column: ImportColumn;
  file: ImportView;
  onChange: (field: string | null) => Promise<void>;
}

function Line({ column, file, onChange }: LineProps) {
  const { t } = useTranslation('projects');
  const [busy, setBusy] = useState(false);
  const taken = new Set(file.columns.flatMap(({ field, index }) => (field && index !== column.index ? [field] : [])));
  const options = file.fields.map(({ key, label, required }) => ({
    value: key,
    label: `${label}${required ? ' *' : ''}${taken.has(key) ? ` (${t('import.takenField')})` : ''}`,
  }));
  const change = async (value: string) => {
    setBusy(true);
    await onChange(value === '' ? null : value);
    setBusy(false);
  };
  return (
    <li>
      <div style={{ minWidth: 0 }}>
        <div className="head">
          {column.header === '' ? t('import.noHeader', { number: column.index + 1 }) : column.header}
          {column.field === null && <StateChip state="draft" label={t('import.notUsed')} />}
          {column.by === 'near' && <StateChip state="atRisk" label={t('import.nearName')} />}
          {column.by === 'hand' && <StateChip state="done" label={t('import.byHand')} />}
        </div>
        <small>{column.samples.length > 0 ? column.samples.join(' · ') : t('import.emptyColumn')}</small>
      </div>
      <SelectField
        id={`column-${String(column.index)}`}
        label={t('import.fills')}
        value={column.field ?? ''}
        disabled={busy}
        empty={t('import.nothing')}
        options={options}
        onChange={({ target }) => void change(target.value)}
      />
    </li>
  );
}

/** Which column fills which field; what was not understood is matched here by hand. */
export function ColumnsSection({ file, actions }: { file: ImportView; actions: ImportActions }) {
  const { t } = useTranslation('projects');
  const open = file.columns.filter(({ field, by }) => field === null || by === 'near');
  const [all, setAll] = useState(false);
  const shown = all ? file.columns : open;
  return (
    <Section
      title={t('import.matching')}
      description={open.length === 0 ? t('import.allMatched') : t('import.someOpen', { count: open.length })}
      actions={
        <Button
          onClick={() => setAll(!all)}
          aria-expanded={all}
          endIcon={<ExpandMoreOutlined sx={{ transform: all ? 'rotate(180deg)' : 'none' }} />}
        >
          {all ? t('import.lessColumns') : t('import.allColumns', { count: file.columns.length })}
        </Button>
      }
    >
      {shown.length > 0 && (
        <List>
          {shown.map((column) => (
            <Line
              key={column.index}
              column={column}
              file={file}
              onChange={(field) => actions.remap(column.index, field)}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
