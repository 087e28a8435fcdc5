import readXlsxFile, { type CellValue } from 'read-excel-file/universal';
import { TableError } from './table-error';
import { guardXlsx } from './zip-guard';

/** Whole numbers without exponent; what is longer than a safe integer keeps its digits. */
const readNumber = (digits: string): string => {
  const number = Number(digits);
  return Number.isSafeInteger(number) || !Number.isInteger(number) ? String(number) : digits;
};

const toText = (cell: CellValue<string> | Date | null): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null ? '' : String(cell);
};

/** Every row of the first sheet that is not empty; dates as ISO days, formulas as their last result. */
export async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  guardXlsx(bytes);
  try {
    const copy = new Uint8Array(bytes);
    const sheets = await readXlsxFile(copy.buffer, { parseNumber: readNumber, trim: false });
    const filled = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
    return (filled?.data ?? []).map((row) => row.map(toText));
  } catch (error) {
    throw new TableError('CORRUPT', {}, { cause: error });
  }
}
