import { deflateRawSync } from 'node:zlib';
import writeXlsxFile from 'write-excel-file/node';
import { readTable, type Table, TableError, toXlsx } from './index';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): Promise<Table> => readTable(bytes(text), 'learners.csv');

async function refusal(file: Uint8Array): Promise<TableError> {
  const result = await readTable(file, 'learners.xlsx').catch((error: unknown) => error);
  if (result instanceof TableError) return result;
  throw new Error('the file was read', { cause: result });
}

describe('CSV files', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ] as const)('are read with %s', async (_, separator) => {
    const table = await read(
      [
        ['Name', 'City', 'Note'],
        ['Ana', 'Foligno', 'a.b'],
      ]
        .map((row) => row.join(separator))
        .join('\r\n'),
    );
    expect(table).toEqual({
      headers: ['Name', 'City', 'Note'],
      rows: [['Ana', 'Foligno', 'a.b']],
      headerRow: 1,
      rowNumbers: [2],
      encoding: 'utf-8',
      separator,
      kind: 'csv',
    });
  });

  it('keep separators, quotes and line breaks inside quoted cells', async () => {
    const table = await read('Name;Note\r\n"Ruiz; Ana";"says ""hi""\r\nand goes"\r\nBo;O"Brien\r\n');
    expect(table.rows).toEqual([
      ['Ruiz; Ana', 'says "hi"\nand goes'],
      ['Bo', 'O"Brien'],
    ]);
  });

  it('find the semicolon where cells hold commas, and obey a line that names it', async () => {
    expect((await read('Name;Rate\nAna;1,5\nBo;2,5\n')).separator).toBe(';');
    expect((await read('sep=;\r\nName;Rate\r\nAna;1,5\r\n')).rowNumbers).toEqual([2]);
  });

  it('lose byte order mark, empty rows and surrounding space, but keep the rows’ numbers', async () => {
    const table = await read('\uFEFFName,City\n\n Ana ,\u00A0Foligno\n,,\n\nBo,Lyon\n');
    expect(table.headers).toEqual(['Name', 'City']);
    expect(table.rows).toEqual([
      ['Ana', 'Foligno'],
      ['Bo', 'Lyon'],
    ]);
    expect(table.rowNumbers).toEqual([3, 6]);
  });

  it('are composed to NFC, and cells that begin a formula stay as they are', async () => {
    const table = await read('Name,Phone\nJose\u0301,+39 323 1214741\n=1+1,@x\n');
    expect(table.rows).toEqual([
      ['José', '+39 323 1214741'],
      ['=1+1', '@x'],
    ]);
  });

  it('are taken for Windows-1252 where they are not valid UTF-8', async () => {
    const table = await readTable(Buffer.from('Name,Note\nM\xfcller,20 \x80 \x93ok\x94\n', 'latin1'), 'learners.csv');
    expect(table.encoding).toBe('windows-1252');
    expect(table.rows).toEqual([['Müller', '20 € “ok”']]);
  });

  it('may have titles above the header, short rows and columns without a name', async () => {
    const table = await read('Learners 2027\n\nName,,City\nAna,4A,Foligno\nBo\n');
    expect(table.headerRow).toBe(3);
    expect(table.headers).toEqual(['Name', 'B', 'City']);
    expect(table.rows).toEqual([
      ['Ana', '4A', 'Foligno'],
      ['Bo', '', ''],
    ]);
    expect(table.rowNumbers).toEqual([4, 5]);
  });
});

describe('XLSX files', () => {
  it('are read with dates as ISO days and numbers as their digits', async () => {
    const file = await toXlsx(
      'Learners',
      [
        { header: 'Name' },
        { header: 'Born', type: 'date' },
        { header: 'Phone', type: 'number' },
        { header: 'Minor', type: 'boolean' },
      ],
      [
        ['Ștefan', '2008-02-29', 393231214741, true],
        [null, null, null, null],
        ['=SUM(A1)', null, 0.5, false],
      ],
    );
    expect(await readTable(file, 'learners.xlsx')).toEqual({
      headers: ['Name', 'Born', 'Phone', 'Minor'],
      rows: [
        ['Ștefan', '2008-02-29', '393231214741', 'true'],
        ['=SUM(A1)', '', '0.5', 'false'],
      ],
      headerRow: 1,
      rowNumbers: [2, 4],
      encoding: 'utf-8',
      separator: null,
      kind: 'xlsx',
    });
  });

  it('are read from the first sheet that holds anything', async () => {
    const file = await writeXlsxFile([
      { data: [], sheet: 'Empty' },
      {
        data: [
          ['Name', 'City'],
          ['Ana', 'Foligno'],
        ],
        sheet: 'Learners',
      },
    ]).toBuffer();
    expect((await readTable(file, 'learners.xlsx')).rows).toEqual([['Ana', 'Foligno']]);
  });
});

/** A ZIP of one sheet whose directory may lie about size and encryption. */
function zip(sheet: string, lies: { unpacked?: number; flags?: number; name?: string } = {}): Buffer {
  const entries = [
    { name: lies.name ?? 'xl/workbook.xml', content: '<workbook/>' },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
  ];
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const { name, content } of entries) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(lies.flags ?? 0, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(name.includes('sheet1') ? (lies.unpacked ?? content.length) : content.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(Buffer.concat(parts).length, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(parts).length, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

describe('files that are no table say why', () => {
  const rows = (count: number) => `Name,City\n${'Ana,Foligno\n'.repeat(count)}`;

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'EMPTY_FILE'],
    ['only space', bytes(' \n\n'), 'EMPTY_FILE'],
    ['one column', bytes('Name\nAna\n'), 'NOT_A_TABLE'],
    ['a PDF', bytes('%PDF-1.7\n1,2\n3,4\n'), 'NOT_A_TABLE'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'NOT_A_TABLE'],
    ['another ZIP', zip('<worksheet/>', { name: 'word/document.xml' }), 'NOT_A_TABLE'],
    ['data in the first row', bytes('Ana,ana@school.example\nBo,bo@school.example\n'), 'NO_HEADER'],
    ['a header alone', bytes('Name,City\n'), 'NO_ROWS'],
    ['5,001 rows', bytes(rows(5001)), 'TOO_MANY_ROWS'],
    ['201 columns', bytes(`${'a,'.repeat(200)}b\n${'1,'.repeat(200)}2\n`), 'TOO_MANY_COLUMNS'],
    ['more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1).fill(65), 'TOO_LARGE'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 65, 0]), 'UTF_16'],
    ['an open quotation mark', bytes('Name,City\n"Ana,Foligno\nBo,Lyon\n'), 'UNCLOSED_QUOTE'],
    ['an XLS', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'OLD_EXCEL'],
    [
      'a protected XLSX',
      Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'ENCRYPTED',
    ],
    ['an encrypted entry', zip('<worksheet/>', { flags: 1 }), 'ENCRYPTED'],
    ['a cut XLSX', zip('<worksheet/>').subarray(0, 60), 'CORRUPT'],
    ['an XLSX without its parts', zip('<worksheet/>'), 'CORRUPT'],
    ['a bomb that says so', zip('<worksheet/>', { unpacked: 100 * 1024 * 1024 }), 'UNPACKED_TOO_LARGE'],
    ['a bomb that hides it', zip(' '.repeat(1_000_000), { unpacked: 100 }), 'UNPACKED_TOO_LARGE'],
    ['a cell far below', zip('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), 'TOO_MANY_ROWS'],
    ['a cell far to the right', zip('<row r="1"><c r="XFD1" t="n"><v>1</v></c></row>'), 'TOO_MANY_COLUMNS'],
  ])('%s', async (_, file, code) => {
    expect((await refusal(file)).code).toBe(code);
  });

  it('a styled but empty cell far away does no harm', async () => {
    const error = await refusal(zip('<row r="1"><c r="XFD1048576" s="1"/></row>'));
    expect(error.code).toBe('CORRUPT');
  });

  it('5,000 rows are accepted, and the error carries the file’s name and the limit', async () => {
    expect((await read(rows(5000))).rows).toHaveLength(5000);
    expect((await refusal(bytes(rows(5001)))).params).toEqual({ fileName: 'learners.xlsx', limit: 5000 });
  });
});
