import { type Encoding, decode, readCsv, type Separator } from './read-csv';
import { readXlsx } from './read-xlsx';
import { TableError, tableLimits } from './table-error';
import { cleanCell, columnLetters } from './text';

/** A file's table. Cells are clean text; empty rows are dropped, and `rowNumbers` keeps where each row stands in the file. */
export interface Table {
  headers: string[];
  rows: string[][];
  /** Row of the spreadsheet (1-based) in which the headers stand. */
  headerRow: number;
  /** Row of the spreadsheet (1-based) of each entry of `rows`. */
  rowNumbers: number[];
  encoding: Encoding;
  separator: Separator | null;
  kind: 'csv' | 'xlsx';
}

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte);

/** Tells files apart by their first bytes; a name may lie. */
function recognise(bytes: Uint8Array): 'csv' | 'xlsx' {
  if (bytes.length === 0) throw new TableError('EMPTY_FILE');
  if (bytes.length > tableLimits.bytes) throw new TableError('TOO_LARGE', { limit: tableLimits.bytes / 1024 / 1024 });
  if (startsWith(bytes, 0x50, 0x4b)) return 'xlsx';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    // Excel wraps an encrypted XLSX into the container of the old XLS, with a stream of this name.
    const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new TableError(encrypted ? 'ENCRYPTED' : 'OLD_EXCEL');
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) throw new TableError('UTF_16');
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || bytes.subarray(0, 8_192).includes(0))
    throw new TableError('NOT_A_TABLE');
  return 'csv';
}

const isFilled = (cell: string): boolean => cell !== '';
const looksLikeData = (cell: string): boolean => /^\S+@\S+\.\S+$|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(cell);

/** The header is the first row about as wide as the table: titles above it are passed over. */
function findHeader(cells: string[][]): number {
  const widths = cells.slice(0, 20).map((row) => row.filter(isFilled).length);
  const widest = Math.max(0, ...widths);
  if (widest === 0) throw new TableError('EMPTY_FILE');
  if (widest < 2) throw new TableError('NOT_A_TABLE');
  const at = widths.findIndex((width) => width >= Math.max(2, widest / 2));
  if (cells[at]?.some(looksLikeData)) throw new TableError('NO_HEADER', { row: at + 1 });
  return at;
}

function layOut(raw: string[][]): Pick<Table, 'headers' | 'rows' | 'headerRow' | 'rowNumbers'> {
  const cells = raw.map((row) => row.map(cleanCell));
  const at = findHeader(cells);
  const body = cells.map((row, index) => ({ row, number: index + 1 })).slice(at + 1);
  const filled = body.filter(({ row }) => row.some(isFilled));
  if (filled.length === 0) throw new TableError('NO_ROWS');
  if (filled.length > tableLimits.rows) throw new TableError('TOO_MANY_ROWS', { limit: tableLimits.rows });
  const header = cells[at] ?? [];
  const last = (row: string[]): number => row.findLastIndex(isFilled) + 1;
  const width = filled.reduce((most, { row }) => Math.max(most, last(row)), last(header));
  if (width > tableLimits.columns) throw new TableError('TOO_MANY_COLUMNS', { limit: tableLimits.columns });
  return {
    headers: Array.from({ length: width }, (_, column) => header[column] || columnLetters(column)),
    rows: filled.map(({ row }) => Array.from({ length: width }, (_, column) => row[column] ?? '')),
    headerRow: at + 1,
    rowNumbers: filled.map(({ number }) => number),
  };
}

/**
 * Reads a CSV (comma, semicolon, tab; UTF-8 or Windows-1252) or XLSX file of at most 10 MB and 5,000 rows.
 * Throws TableError, whose code says what is wrong; `fileName` is only told in it.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Table> {
  try {
    if (recognise(bytes) === 'xlsx') {
      return { ...layOut(await readXlsx(bytes)), encoding: 'utf-8', separator: null, kind: 'xlsx' };
    }
    const { text, encoding } = decode(bytes);
    if (text.trim() === '') throw new TableError('EMPTY_FILE');
    const { cells, separator } = readCsv(text);
    return { ...layOut(cells), encoding, separator, kind: 'csv' };
  } catch (error) {
    if (error instanceof TableError)
      throw new TableError(error.code, { fileName, ...error.params }, { cause: error.cause });
    throw error;
  }
}
