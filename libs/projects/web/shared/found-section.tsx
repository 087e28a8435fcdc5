import { Facts, Notice, Section } from '@softmob/ui';
import { useTranslation } from 'react-i18next';
import { type ImportView } from './import-types';

const SEPARATORS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };
const ENCODINGS: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', 'windows-1252': 'Windows-1252' };

/** How the file was understood: kind, encoding, separator, dates, columns. */
export function FoundSection({ file }: { file: ImportView }) {
  const { t } = useTranslation('projects');
  const matched = file.columns.filter(({ field }) => field !== null);
  const orders = [...new Set(matched.flatMap(({ dateOrder }) => dateOrder ?? []))];
  const form = file.fileKind === 'xlsx' ? t('import.xlsx') : t('import.csv');
  const separator = file.separator === null ? null : t(`import.separator.${SEPARATORS[file.separator] ?? 'comma'}`);
  return (
    <Section title={t('import.found')}>
      <Facts
        columns={3}
        items={[
          { label: t('import.file'), value: file.fileName },
          { label: t('import.form'), value: [form, separator].filter(Boolean).join(', ') },
          { label: t('import.encoding'), value: ENCODINGS[file.encoding] ?? file.encoding },
          {
            label: t('import.dates'),
            value:
              orders.length === 0 ? t('import.noDates') : orders.map((order) => t(`import.order.${order}`)).join(', '),
          },
          {
            label: t('import.columns'),
            value: t('import.columnsMatched', { matched: matched.length, total: file.columns.length }),
          },
          { label: t('import.rows'), value: t('import.rowCount', { count: file.counts.total }) },
        ]}
      />
      {file.missing.length > 0 && (
        <Notice tone="blocked" title={t('import.missingTitle', { count: file.missing.length })}>
          {t('import.missingText', { fields: file.missing.map(({ label }) => label).join(', ') })}
        </Notice>
      )}
    </Section>
  );
}
