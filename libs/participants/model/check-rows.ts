import { type CheckContext, type PreparedContext, prepareContext } from './check-context';
import { checkDuplicates } from './check-duplicates';
import { checkHost, checkOccupation, Offers } from './check-known';
import { checkBirthDate, checkGuardian } from './check-person';
import { checkAgainstFlow, checkDuration, checkOrder, findFlow, takeFromFlow } from './check-stay';
import { type DateForm, detectDateForm } from './dates';
import { type FieldDefinition } from './field-definition';
import { importFields } from './fields';
import { fault, type Finding, findingAt, type Severity } from './findings';
import { type ImportKind, type ImportValues } from './import-values';
import { type ColumnMapping } from './match-columns';
import { RowReport } from './row-report';

/** A checked row: `ok` rows may go in, the others wait for their errors to be mended. */
export type CheckedRow<K extends ImportKind = ImportKind> =
  | { row: number; ok: true; values: ImportValues[K]; findings: Finding[] }
  | { row: number; ok: false; values: Partial<ImportValues[K]>; findings: Finding[] };

export interface CheckResult<K extends ImportKind = ImportKind> {
  kind: K;
  rows: CheckedRow<K>[];
  /** Findings on whole columns; they stand at the header's row. */
  columnFindings: Finding[];
  /** How the days of each date column were read, by field. */
  dateForms: Record<string, DateForm>;
  counts: { ready: number; waiting: number } & Record<Severity, number>;
}

/** The parts of a table that are checked. */
export interface TableRows {
  headers: readonly string[];
  rows: readonly (readonly string[])[];
  headerRow: number;
  rowNumbers: readonly number[];
}

/** A mapping without its kind's names, as the checks of all kinds see it. */
interface AnyMapping {
  kind: ImportKind;
  columns: readonly { index: number; field: string | null }[];
  missing: readonly string[];
}

interface MappedField {
  definition: FieldDefinition;
  index: number | null;
  form: DateForm;
}

const isoForm: DateForm = { order: 'iso', ambiguous: false };

function mapFields(table: TableRows, mapping: AnyMapping): MappedField[] {
  const indexes = new Map(mapping.columns.map(({ field, index }) => [field, index]));
  const definitions: readonly FieldDefinition[] = importFields[mapping.kind];
  return definitions.map((definition) => {
    const index = indexes.get(definition.key) ?? null;
    if (!definition.isDate || index === null) return { definition, index, form: isoForm };
    return { definition, index, form: detectDateForm(table.rows.map((row) => row[index] ?? '')) };
  });
}

/** A leading apostrophe is how exports (ours too) keep a cell from being taken for a formula; it is no part of the text. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '');

function readCells(report: RowReport, cells: readonly string[], fields: readonly MappedField[]): void {
  for (const { definition, index, form } of fields) {
    const cell = index === null ? '' : withoutGuard(cells[index] ?? '');
    report.values[definition.key] = null;
    if (cell === '') {
      if (definition.required && index !== null) report.add(definition.key, fault('value.missing'));
      continue;
    }
    const { value, faults } = definition.read(cell, form.order);
    report.values[definition.key] = value;
    for (const found of faults) report.add(definition.key, found);
  }
}

interface KnownOffers {
  occupations: Offers;
  organisations: Offers;
}

function checkTogether(kind: ImportKind, report: RowReport, context: PreparedContext, offers: KnownOffers): void {
  if (kind === 'organisations') return;
  if (kind === 'companies') {
    checkOccupation(report, context, offers.occupations);
    checkHost(report, context, offers.organisations);
    checkOrder(report, 'availableFrom', 'availableTo', 'period.reversed');
    return;
  }
  const flow = kind === 'reserves' && report.isEmpty('flow') ? null : findFlow(report, context);
  if (kind === 'accompanying' && report.isEmpty('flow')) report.add('flow', fault('value.missing'));
  checkOrder(report, 'startsOn', 'endsOn', 'stay.reversed');
  if (flow) {
    checkAgainstFlow(report, flow);
    takeFromFlow(report, flow);
  }
  if (kind === 'accompanying') return;
  checkDuration(report, context, flow);
  checkOccupation(report, context, offers.occupations);
  checkHost(report, context, offers.organisations);
  checkBirthDate(report, context);
  checkGuardian(report, context, kind === 'reserves' ? 'guardian.later' : 'guardian.missing');
}

function checkColumns(table: TableRows, mapping: AnyMapping, fields: readonly MappedField[]): Finding[] {
  const row = table.headerRow;
  const missing = mapping.missing.map((field) => findingAt({ row, column: null, field }, fault('column.missing')));
  const ambiguous = fields.flatMap(({ definition, index, form }) => {
    const column = index === null ? null : (table.headers[index] ?? null);
    return form.ambiguous ? [findingAt({ row, column, field: definition.key }, fault('date.ambiguous'))] : [];
  });
  return [...missing, ...ambiguous];
}

function count(rows: readonly CheckedRow[], columnFindings: readonly Finding[]): CheckResult['counts'] {
  const counts = { ready: 0, waiting: 0, error: 0, warning: 0, notice: 0 };
  for (const { ok } of rows) counts[ok ? 'ready' : 'waiting'] += 1;
  for (const { severity } of [...columnFindings, ...rows.flatMap(({ findings }) => findings)]) counts[severity] += 1;
  return counts;
}

/**
 * Understands and checks every row: each cell alone, the row's cells together, the row against what is known
 * (flows, occupations, hosts), and the rows among each other. A row without an error is `ok` and complete.
 */
export function checkRows<K extends ImportKind>(
  table: TableRows,
  mapping: ColumnMapping<K>,
  context: CheckContext,
): CheckResult<K> {
  const prepared = prepareContext(context);
  const offers: KnownOffers = {
    occupations: new Offers((context.occupations ?? []).map(({ label }) => label)),
    organisations: new Offers(context.organisations ?? []),
  };
  const fields = mapFields(table, mapping);
  const headers = new Map(
    mapping.columns.flatMap(({ field, header }) => (field === null ? [] : [[field as string, header]])),
  );
  const reports = table.rows.map((cells, at) => {
    const report = new RowReport(table.rowNumbers[at] ?? at + 2, headers);
    readCells(report, cells, fields);
    checkTogether(mapping.kind, report, prepared, offers);
    return report;
  });
  checkDuplicates(mapping.kind, reports);
  const complete = mapping.missing.length === 0;
  const rows = reports.map(({ row, values, findings, hasErrors }) => {
    const ok = complete && !hasErrors;
    // The dictionary has every field of the kind and a row without errors every required one: the values are whole.
    return { row, ok, values, findings } as unknown as CheckedRow<K>;
  });
  const columnFindings = checkColumns(table, mapping, fields);
  const dated = fields.filter(({ definition, index }) => definition.isDate && index !== null);
  const dateForms = Object.fromEntries(dated.map(({ definition, form }) => [definition.key, form]));
  return { kind: mapping.kind, rows, columnFindings, dateForms, counts: count(rows, columnFindings) };
}
