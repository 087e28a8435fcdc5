import { inflateRawSync } from 'node:zlib';
import { TableError, tableLimits } from './table-error';

interface ZipEntry {
  name: string;
  encrypted: boolean;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;

/** The archive's own directory; offsets after APPNOTE.TXT of the ZIP format, sections 4.3.12 and 4.3.16. */
function listEntries(file: Buffer): ZipEntry[] {
  let end = file.length - 22;
  while (end >= 0 && file.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0) throw new TableError('CORRUPT');
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  // The ZIP64 form is for archives far beyond what is accepted here.
  if (count === 0xffff || at === 0xffffffff) throw new TableError('UNPACKED_TOO_LARGE');
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (file.readUInt32LE(at) !== directoryEntry) throw new TableError('CORRUPT');
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** Unpacks one entry, never beyond the size that it declares. */
function unpack(file: Buffer, entry: ZipEntry): Buffer {
  if (file.readUInt32LE(entry.offset) !== localEntry) throw new TableError('CORRUPT');
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  const packed = file.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new TableError('CORRUPT');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) });
  } catch (error) {
    const larger = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new TableError(larger ? 'UNPACKED_TOO_LARGE' : 'CORRUPT', {}, { cause: error });
  }
}

/** Refuses a sheet whose filled cells lie so far out that the rows between would fill the memory. */
function guardExtent(sheet: string): void {
  const filledCell = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*?(\/?)>/g;
  for (const [, letters = '', row = '', empty] of sheet.matchAll(filledCell)) {
    if (empty === '/') continue;
    const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
    if (column > tableLimits.columns) throw new TableError('TOO_MANY_COLUMNS', { limit: tableLimits.columns });
    if (Number(row) > tableLimits.lastRow) throw new TableError('TOO_MANY_ROWS', { limit: tableLimits.rows });
  }
}

/**
 * Looks an XLSX file over before it is read: encrypted entries, sizes declared and kept, sheets without stray cells far out.
 * Throws TableError (ENCRYPTED, CORRUPT, NOT_A_TABLE, UNPACKED_TOO_LARGE, TOO_MANY_ROWS, TOO_MANY_COLUMNS).
 */
export function guardXlsx(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = listEntries(file);
    if (entries.some(({ encrypted }) => encrypted)) throw new TableError('ENCRYPTED');
    if (!entries.some(({ name }) => name === 'xl/workbook.xml')) throw new TableError('NOT_A_TABLE');
    const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
    if (total > tableLimits.unpackedBytes) throw new TableError('UNPACKED_TOO_LARGE');
    for (const entry of entries) {
      const content = unpack(file, entry);
      if (entry.name.startsWith('xl/worksheets/') && entry.name.endsWith('.xml')) guardExtent(content.toString('utf8'));
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError('CORRUPT', {}, { cause: error });
  }
}
