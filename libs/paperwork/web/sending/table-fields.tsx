import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type Block, type CheckFrame } from '@softmob/paperwork-model';
import { useTranslation } from 'react-i18next';
import { PlaceholderField } from './placeholder-field';

type Table = Extract<Block, { type: 'table' }>;
interface TableFieldsProps {
  block: Table;
  frame: CheckFrame;
  name: string;
  onChange: (block: Block, field: string | null) => void;
}

const MOST_COLUMNS = 6;

/** The head and the rows of a table, cell by cell. */
export function TableFields({ block, frame, name, onChange }: TableFieldsProps) {
  const { t } = useTranslation('paperwork');
  const { head, rows } = block;
  const columns = Math.max(1, head.length);
  const setRow = (at: number, row: string[], field: string | null) =>
    onChange({ ...block, rows: rows.map((one, index) => (index === at ? row : one)) }, field);
  const grid = {
    display: 'grid',
    gap: 2,
    gridTemplateColumns: { xs: '1fr', sm: `repeat(${String(columns)}, minmax(0, 1fr))` },
  };
  return (
    <>
      <Box sx={grid}>
        {head.map((cell, at) => (
          <PlaceholderField
            key={at}
            frame={frame}
            label={t('block.column', { number: at + 1 })}
            value={cell}
            onChange={(next) => onChange({ ...block, head: replaced(head, at, next) }, `head.${String(at)}`)}
          />
        ))}
      </Box>
      {rows.map((row, at) => (
        <Box
          key={at}
          role="group"
          aria-label={t('block.row', { number: at + 1 })}
          sx={{ ...grid, borderTop: 1, borderColor: 'divider', pt: 2 }}
        >
          {row.map((cell, column) => (
            <PlaceholderField
              key={column}
              frame={frame}
              label={t('block.cell', { row: at + 1, column: column + 1 })}
              multiline
              value={cell}
              onChange={(next) => setRow(at, replaced(row, column, next), `rows.${String(at)}.${String(column)}`)}
            />
          ))}
          {rows.length > 1 && (
            <Button
              size="small"
              sx={{ justifySelf: 'start', gridColumn: '1 / -1' }}
              aria-label={t('block.removeRow', { number: at + 1, name })}
              onClick={() => onChange({ ...block, rows: rows.filter((_row, index) => index !== at) }, null)}
            >
              {t('block.dropRow')}
            </Button>
          )}
        </Box>
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button size="small" onClick={() => onChange({ ...block, rows: [...rows, head.map(() => '')] }, null)}>
          {t('block.addRow')}
        </Button>
        <Button
          size="small"
          disabled={columns >= MOST_COLUMNS}
          onClick={() => onChange({ ...block, head: [...head, ''], rows: rows.map((row) => [...row, '']) }, null)}
        >
          {t('block.addColumn')}
        </Button>
        <Button
          size="small"
          disabled={columns <= 1}
          onClick={() =>
            onChange({ ...block, head: head.slice(0, -1), rows: rows.map((row) => row.slice(0, columns - 1)) }, null)
          }
        >
          {t('block.dropColumn')}
        </Button>
      </Box>
    </>
  );
}

const replaced = (cells: readonly string[], at: number, next: string): string[] =>
  cells.map((cell, index) => (index === at ? next : cell));
