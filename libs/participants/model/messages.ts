import { type Locale } from './field-definition';
import { fieldLabel } from './fields';
import { type Finding, type FindingCode, type FindingParams, type MendCode } from './findings';
import { type ImportKind } from './import-values';
import { messagesEn } from './messages.en';
import { messagesIt } from './messages.it';
import { type TableErrorCode } from './table-error';

/** Every text that an import shows, in one language. */
export interface ImportMessages {
  findings: Readonly<Record<FindingCode, string>>;
  mends: Readonly<Record<MendCode, string>>;
  tableErrors: Readonly<Record<TableErrorCode, string>>;
}

export const importMessages: Readonly<Record<Locale, ImportMessages>> = { en: messagesEn, it: messagesIt };

const fill = (message: string, params: FindingParams): string =>
  message.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder));

/** A finding in words: what is wrong, and what mends it. */
export function describeFinding(
  finding: Pick<Finding, 'code' | 'params' | 'mend' | 'field'>,
  kind: ImportKind,
  locale: Locale,
): { text: string; mend: string } {
  const { findings, mends } = importMessages[locale];
  const params = { ...finding.params, field: fieldLabel(kind, finding.field, locale) };
  return { text: fill(findings[finding.code], params), mend: mends[finding.mend] };
}

/** Why a file could not be read, in words; takes what a TableError holds. */
export function describeTableError(error: { code: TableErrorCode; params: FindingParams }, locale: Locale): string {
  return fill(importMessages[locale].tableErrors[error.code], error.params);
}
