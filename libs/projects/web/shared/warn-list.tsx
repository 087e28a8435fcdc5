import { Section } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { Cards, FindingLine } from './finding-line';
import { type ImportActions, type ImportView } from './import-types';

const SHOWN = 8;

/** What is worth a look though it holds nothing back, each with what may be meant instead. */
export function WarnList({ file, actions }: { file: ImportView; actions: ImportActions }) {
  const { t } = useTranslation('projects');
  if (file.warned.length === 0) return null;
  const rows = new Map([...file.rows, ...file.changed, ...file.waiting].map((row) => [row.row, row]));
  const cellOf = (row: number, field: string) =>
    rows.get(row)?.cells[file.columns.find((column) => column.field === field)?.index ?? -1] ?? '';
  return (
    <Section title={t('import.warnedTitle', { count: file.warned.length })} description={t('import.warnedText')}>
      <Cards>
        {file.warned.slice(0, SHOWN).map((finding) => {
          const value = cellOf(finding.row, finding.field);
          return (
            <li key={`${String(finding.row)}-${finding.field}-${finding.code}-${value}`}>
              <header>
                <strong>{t('import.row', { row: finding.row })}</strong>
              </header>
              <FindingLine
                finding={finding}
                value={value}
                label={file.fields.find(({ key }) => key === finding.field)?.label ?? finding.field}
                onSave={(next) => actions.correct(finding.row, finding, next)}
              />
            </li>
          );
        })}
      </Cards>
      {file.warned.length > SHOWN && <p>{t('import.warnedMore', { count: file.warned.length - SHOWN })}</p>}
    </Section>
  );
}
