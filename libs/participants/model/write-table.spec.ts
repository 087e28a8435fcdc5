import { inflateRawSync } from 'node:zlib';
import { checkRows, matchColumns, neutralise, readTable, toCsv, toXlsx } from './index';

const hostile = ['=HYPERLINK("http://x.example")', '+39 323 1214741', '-2+3', '@SUM(A1)', '\t=1', '\r=1'];

describe('CSV exports', () => {
  it('hold no cell that a spreadsheet would take for a formula', () => {
    for (const cell of hostile) expect(neutralise(cell)).toBe(`'${cell}`);
    expect(neutralise('Ana - Ruiz')).toBe('Ana - Ruiz');
    expect(toCsv([['=1+1', -5, null, true]])).toBe("\uFEFF'=1+1,-5,,true\r\n");
  });

  it('quote what needs it', () => {
    expect(toCsv([['a,b', 'say "hi"', 'two\nlines', 'a;b']])).toBe('\uFEFF"a,b","say ""hi""","two\nlines","a;b"\r\n');
  });

  it('come back as they were when they are imported again', async () => {
    const csv = toCsv([
      ['Phone', 'Class', 'City'],
      ['+39 323 1214741', '=4A', 'Sevilla, Triana'],
    ]);
    const table = await readTable(new TextEncoder().encode(csv), 'export.csv');
    const { rows } = checkRows(table, matchColumns(table.headers, 'learners'), { today: '2026-11-22' });
    expect(rows[0]?.values).toMatchObject({ phone: '+39 323 1214741', schoolClass: '=4A', city: 'Sevilla, Triana' });
  });
});

/** The content of one part of an XLSX, found by its local header. */
function part(file: Buffer, name: string): string {
  for (let at = file.indexOf('PK\u0003\u0004'); at >= 0; at = file.indexOf('PK\u0003\u0004', at + 4)) {
    const nameLength = file.readUInt16LE(at + 26);
    if (file.toString('utf8', at + 30, at + 30 + nameLength) !== name) continue;
    const content = file.subarray(at + 30 + nameLength + file.readUInt16LE(at + 28));
    return file.readUInt16LE(at + 8) === 0 ? content.toString('utf8') : inflateRawSync(content).toString('utf8');
  }
  throw new Error(`no part ${name}`);
}

describe('XLSX exports', () => {
  const columns = [
    { header: 'Name' },
    { header: 'Born', type: 'date' as const },
    { header: 'Days', type: 'number' as const },
    { header: 'Minor', type: 'boolean' as const },
  ];

  it('hold text as text, days as days, and no formula', async () => {
    const rows = hostile.map((cell) => [cell, '2009-08-12', 28, true]);
    const file = await toXlsx('Learners', columns, rows);
    expect(part(file, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
    const table = await readTable(file, 'export.xlsx');
    expect(table.headers).toEqual(['Name', 'Born', 'Days', 'Minor']);
    expect(table.rows).toEqual(hostile.map((cell) => [cell.trim(), '2009-08-12', '28', 'true']));
  });

  it('come back as they were: accents, entities, line breaks, escape-like text', async () => {
    const texts = ['Ștefănescu', '<b> & "c"', 'two\nlines', '_x0041_', '0714', 'Çağrı'];
    const file = await toXlsx(
      'Text',
      [{ header: 'A' }, { header: 'B' }],
      texts.map((text) => [text, 'x']),
    );
    expect((await readTable(file, 'export.xlsx')).rows.map(([text]) => text)).toEqual(texts);
  });

  it('survive names and characters that the format forbids', async () => {
    const file = await toXlsx(
      'Flow [1/2]: *all* of a very long project name',
      [{ header: 'A' }, { header: 'B' }],
      [['x\u0000y\u0008', 'z']],
    );
    expect(part(file, 'xl/workbook.xml')).toContain('name="Flow 1 2 all of a very long pro"');
    expect((await readTable(file, 'export.xlsx')).rows).toEqual([['xy', 'z']]);
  });

  it('keep the header in sight, bold', async () => {
    const file = await toXlsx('Learners', columns, []);
    expect(part(file, 'xl/worksheets/sheet1.xml')).toContain('state="frozen"');
    expect(part(file, 'xl/styles.xml')).toContain('<b/>');
  });
});
