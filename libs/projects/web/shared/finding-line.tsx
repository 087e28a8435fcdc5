import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { styled } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import { StateChip } from '@softmob/ui';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportFinding } from './import-types';

/** A card for each row of the file. */
export const Cards = styled('ul')(({ theme }) => ({
  display: 'grid',
  gap: 12,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& > li': {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 8,
    padding: 16,
    display: 'grid',
    gap: 12,
  },
  '& header': { display: 'flex', gap: 8, alignItems: 'baseline', flexWrap: 'wrap' },
  '& header span': { color: theme.palette.text.secondary },
}));
const Finding = styled('form')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(220px, 340px)',
  gap: '8px 24px',
  alignItems: 'start',
  '& p': { margin: 0 },
  '& .mend': { color: theme.palette.text.secondary },
  '& .edit': { display: 'flex', gap: 8, alignItems: 'flex-end' },
  '& .offers': { display: 'flex', gap: 6, flexWrap: 'wrap', gridColumn: '1 / -1' },
  [theme.breakpoints.down('md')]: { gridTemplateColumns: '1fr' },
}));

interface FindingProps {
  finding: ImportFinding;
  value: string;
  label: string;
  onSave: (value: string) => Promise<void>;
}

/** One thing found in a cell: what it is, how to mend it, and the cell to write anew. */
export function FindingLine({ finding, value, label, onSave }: FindingProps) {
  const { t } = useTranslation('projects');
  const [typed, setTyped] = useState(value);
  const [busy, setBusy] = useState(false);
  const save = async (next: string) => {
    setBusy(true);
    await onSave(next);
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(typed);
  };
  return (
    <Finding onSubmit={submit}>
      <div>
        <p>
          <StateChip
            state={finding.severity === 'error' ? 'blocked' : 'atRisk'}
            plain
            label={finding.column ?? label}
          />
        </p>
        <p>{finding.message}</p>
        <p className="mend">{finding.mend}</p>
      </div>
      <div className="edit">
        <TextField
          size="small"
          fullWidth
          label={label}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          id={`mend-${String(finding.row)}-${finding.field}`}
        />
        <Button type="submit" variant="outlined" loading={busy} disabled={typed === value}>
          {t('import.mend')}
        </Button>
      </div>
      {finding.offers.length > 0 && (
        <div className="offers">
          {finding.offers.slice(0, 6).map((offer) => (
            <Chip
              key={offer}
              size="small"
              variant="outlined"
              label={offer}
              disabled={busy}
              onClick={() => void save(offer)}
            />
          ))}
        </div>
      )}
    </Finding>
  );
}
