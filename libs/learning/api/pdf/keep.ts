import { type TableCell } from 'pdfmake/interfaces';

const CHARACTERS_PER_LINE = 34;
const LINES_KEPT = 54;

const textLines = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS_PER_LINE)), 0);

const sumOf = (parts: readonly unknown[]): number => parts.reduce<number>((sum, part) => sum + linesOf(part), 0);
/** What stands side by side is as high as its highest part; a row's padding counts as a line. */
const rowLines = (cells: readonly unknown[]): number => Math.max(0, ...cells.map(linesOf)) + 1;

/** How many lines a content takes at most, as if every text stood in a narrow column. */
function linesOf(content: unknown): number {
  if (typeof content === 'string') return textLines(content);
  if (Array.isArray(content)) return sumOf(content);
  if (typeof content !== 'object' || content === null) return 0;
  const { text, stack, columns, table } = content as {
    text?: unknown;
    stack?: unknown;
    columns?: unknown[];
    table?: { body: unknown[][] };
  };
  const rows = table?.body.reduce((sum, row) => sum + rowLines(row), 0) ?? 0;
  return linesOf(text) + linesOf(stack) + (columns ? Math.max(0, ...columns.map(linesOf)) : 0) + rows;
}

/**
 * True when a block surely fits on one page, so that it may be kept together. pdfmake drops whatever of an unbreakable
 * block or row passes the first page, so a long one must be left to break.
 */
export const fitsOnePage = (content: unknown): boolean => linesOf(content) <= LINES_KEPT;

/** The same for the rows of a table, each by itself. */
export const rowsFit = (rows: readonly TableCell[][]): boolean => rows.every((row) => rowLines(row) <= LINES_KEPT);
