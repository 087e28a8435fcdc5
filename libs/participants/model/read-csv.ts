import { CsvError, parse } from 'csv-parse/sync';
import { TableError, tableLimits } from './table-error';

export type Separator = ',' | ';' | '\t';
export type Encoding = 'utf-8' | 'windows-1252';

const separators: readonly Separator[] = [',', ';', '\t'];

/** Bytes 0x80–0x9F of Windows-1252; the five that it leaves open become the replacement character. */
const windows1252 = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

/** Text of the bytes: UTF-8 where they are valid UTF-8, else Windows-1252 (what a spreadsheet on Windows saves). */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const text = latin.replace(/[\x80-\x9F]/g, (char) => windows1252[char.charCodeAt(0) - 0x80] ?? '\uFFFD');
    return { text, encoding: 'windows-1252' };
  }
}

const records = (text: string, delimiter: string, to: number): string[][] =>
  parse(text, { delimiter, to, relax_column_count: true, relax_quotes: true, max_record_size: 1_000_000 });

/** How well a separator fits: columns of the first records as far as they agree; the first line alone where they break. */
function fit(text: string, separator: Separator): number {
  try {
    const sample = records(text, separator, 20).filter((cells) => cells.some((cell) => cell.trim() !== ''));
    const width = Math.max(...sample.map((cells) => cells.length));
    return (width - 1) * sample.filter((cells) => cells.length === width).length;
  } catch {
    const [firstLine = ''] = text.split('\n', 1);
    return (firstLine.split(separator).length - 1) / 1_000;
  }
}

function findSeparator(text: string): Separator {
  const scores = separators.map((separator) => ({ separator, score: fit(text, separator) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score <= 0) throw new TableError('NOT_A_TABLE');
  return best.separator;
}

/** Every record of a CSV text, empty lines included, so that the index is the spreadsheet's row. */
export function readCsv(text: string): { cells: string[][]; separator: Separator } {
  // Excel's own first line `sep=;` names the separator and is no row.
  const hint = /^sep=([,;\t])\r?\n/i.exec(text);
  const body = (hint ? text.slice(hint[0].length) : text).replace(/\r\n?/g, '\n');
  const separator = hint ? (hint[1] as Separator) : findSeparator(body);
  try {
    return { cells: records(body, separator, tableLimits.lastRow + 1), separator };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw new TableError(
      error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'UNCLOSED_QUOTE' : 'NOT_A_TABLE',
      { row: line },
      { cause: error },
    );
  }
}
