import { styled } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import { type Column, DataTable, EmptyState, Section, StateChip, type StateKey } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type ImportRow, type ImportView } from './import-types';

const Cell = styled('span')(({ theme }) => ({
  '&[data-severity]': { borderRadius: 4, padding: '1px 6px', margin: '-1px -6px' },
  '&[data-severity="error"]': {
    color: theme.palette.state.blocked.fg,
    backgroundColor: theme.palette.state.blocked.bg,
  },
  '&[data-severity="warning"]': {
    color: theme.palette.state.atRisk.fg,
    backgroundColor: theme.palette.state.atRisk.bg,
  },
}));

const ROW_STATES: Readonly<Record<string, StateKey>> = {
  new: 'done',
  changed: 'waiting',
  unchanged: 'draft',
  waiting: 'blocked',
};

function columnsOf(
  file: ImportView,
  words: { row: string; status: string; of: (status: string) => string; empty: string },
): Column<ImportRow>[] {
  const used = file.columns.filter(({ field }) => field !== null);
  return [
    { key: 'row', header: words.row, width: 56, cell: ({ row }) => <span className="num">{row}</span> },
    {
      key: 'status',
      header: words.status,
      width: 130,
      cell: ({ status }) => <StateChip state={ROW_STATES[status] ?? 'draft'} label={words.of(status)} plain />,
    },
    ...used.map(({ index, header, field }): Column<ImportRow> => ({
      key: String(index),
      header,
      inCard: index < 4 ? 'line' : 'hidden',
      cell: ({ cells, findings }) => {
        const found = findings.find((finding) => finding.field === field && finding.severity !== 'notice');
        const text = cells[index] ?? '';
        if (!found) return text;
        return (
          <Tooltip title={`${found.message}. ${found.mend}`}>
            <Cell data-severity={found.severity} tabIndex={0}>
              {text === '' ? words.empty : text}
            </Cell>
          </Tooltip>
        );
      },
    })),
  ];
}

interface PreviewTableProps {
  file: ImportView;
  filter: React.ReactNode;
  footer: React.ReactNode;
}

/** The rows as the file writes them, with what is noticed in them at its place. */
export function PreviewTable({ file, filter, footer }: PreviewTableProps) {
  const { t } = useTranslation('projects');
  const columns = columnsOf(file, {
    row: t('import.rowNo'),
    status: t('import.state'),
    of: (status) => t(`import.status.${status}`),
    empty: t('import.emptyCell'),
  });
  return (
    <Section title={t('import.preview')} actions={filter} flush>
      <DataTable
        caption={t('import.preview')}
        columns={columns}
        rows={file.rows}
        rowKey={({ row }) => String(row)}
        maxHeight={520}
        footer={footer}
        empty={<EmptyState compact title={t('import.noRows')} />}
      />
    </Section>
  );
}
