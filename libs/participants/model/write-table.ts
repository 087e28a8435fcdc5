import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node';

/** A value on its way into a file; days are ISO text in a column of type `date`. */
export type ExportCell = string | number | boolean | null;

/** A column of an exported sheet; `width` in characters. */
export interface ExportColumn {
  header: string;
  type?: 'text' | 'number' | 'date' | 'boolean';
  width?: number;
}

/** Longest text that a cell of XLSX holds. */
const longestText = 32_767;
/** Characters that XML 1.0 forbids. */
const forbiddenInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** Text like `_x0041_` would be read as the character A; its own underscore is escaped (ECMA-376 part 1, 22.9.2.19). */
const escapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * Keeps a CSV cell from being taken for a formula: what starts with =, +, -, @, tab or return gets an apostrophe before it
 * (OWASP, "CSV injection"). XLSX needs nothing of the kind, since its cells say that they are text.
 */
export function neutralise(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

const csvCell = (cell: ExportCell): string => {
  // A number of ours may be negative and is no formula.
  const text = typeof cell === 'string' ? neutralise(cell) : String(cell ?? '');
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A CSV text (RFC 4180, comma) with the byte order mark by which Excel knows UTF-8. */
export function toCsv(rows: readonly (readonly ExportCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

function xlsxCell(value: ExportCell | undefined, type: ExportColumn['type']): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (type === 'number' && typeof value === 'number') return { value, type: Number };
  if (type === 'boolean' && typeof value === 'boolean') return { value, type: Boolean };
  if (type === 'date' && typeof value === 'string') {
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  }
  // Format @ keeps the text a text when somebody edits the cell.
  const text = String(value).replace(forbiddenInXml, '').replace(escapeLike, '_x005F_').slice(0, longestText);
  return { value: text, type: String, format: '@' };
}

const sheetNameOf = (name: string): string =>
  name
    .replace(/[[\]:*?/\\\s]+/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet';

/** An XLSX file of one sheet: typed cells, bold headers that stay in place, no cell that could be a formula. */
export async function toXlsx(
  sheetName: string,
  columns: readonly ExportColumn[],
  rows: readonly (readonly ExportCell[])[],
): Promise<Buffer> {
  const header: Row = columns.map(({ header: value }) => ({
    value,
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#E6EEEE',
    bottomBorderStyle: 'thin',
    alignVertical: 'center',
  }));
  const body: Row[] = rows.map((row) => columns.map(({ type }, index) => xlsxCell(row[index], type)));
  const widths = columns.map(({ header: title, width }) => ({ width: width ?? Math.max(12, title.length + 2) }));
  const options = { sheet: sheetNameOf(sheetName), columns: widths, stickyRowsCount: 1, dateFormat: 'yyyy-mm-dd' };
  return writeXlsxFile([header, ...body], options).toBuffer();
}
