import { Section } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { Cards, FindingLine } from './finding-line';
import { type ImportActions, type ImportRow, type ImportView } from './import-types';

/** Who a row is about, as far as its cells tell. */
function nameOf(row: ImportRow, file: ImportView): string {
  const cell = (field: string) => row.cells[file.columns.find((column) => column.field === field)?.index ?? -1] ?? '';
  const name = [cell('lastName'), cell('firstName')].filter(Boolean).join(', ');
  return name || cell('company') || cell('organisation');
}

/** The rows that wait, each with its faults, their mends, and the cell to write anew. */
export function MendList({ file, actions }: { file: ImportView; actions: ImportActions }) {
  const { t } = useTranslation('projects');
  if (file.waiting.length === 0) return null;
  const cellOf = (row: ImportRow, field: string) =>
    row.cells[file.columns.find((column) => column.field === field)?.index ?? -1] ?? '';
  return (
    <Section
      id="waiting"
      title={t('import.waitingTitle', { count: file.counts.waiting })}
      description={t('import.waitingText')}
    >
      <Cards>
        {file.waiting.map((row) => (
          <li key={row.row}>
            <header>
              <strong>{t('import.row', { row: row.row })}</strong>
              <span>{nameOf(row, file)}</span>
            </header>
            {row.findings
              .filter(({ severity }) => severity === 'error')
              .map((finding) => (
                <FindingLine
                  key={`${finding.field}-${finding.code}-${cellOf(row, finding.field)}`}
                  finding={finding}
                  value={cellOf(row, finding.field)}
                  label={file.fields.find(({ key }) => key === finding.field)?.label ?? finding.field}
                  onSave={(value) => actions.correct(row.row, finding, value)}
                />
              ))}
          </li>
        ))}
      </Cards>
      {file.counts.waiting > file.waiting.length && (
        <p>{t('import.waitingMore', { count: file.counts.waiting - file.waiting.length })}</p>
      )}
    </Section>
  );
}
