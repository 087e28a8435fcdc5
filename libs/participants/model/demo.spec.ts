import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CheckContext,
  checkRows,
  describeFinding,
  type FindingCode,
  type ImportKind,
  matchColumns,
  readTable,
} from './index';

const vetShort = { minDays: 10, maxDays: 89, fewerOpportunitiesMinDays: 2 };
const berlin = { country: 'DE', city: 'Berlin', hosts: ['Brückenbauer Mobilität gGmbH'], duration: vetShort };
const sevilla = { country: 'ES', city: 'Sevilla', hosts: ['Puente Sur Movilidad S.L.'], duration: vetShort };
const lyon = { country: 'FR', city: 'Lyon', hosts: ['Passerelles Lyon'], duration: vetShort };
const occupation = (label: string) => ({ uri: `http://data.europa.eu/esco/occupation/${label}`, label });

const context: CheckContext = {
  today: '2026-11-22',
  flows: [
    { code: 'BER-1', startsOn: '2027-03-07', endsOn: '2027-04-03', ...berlin },
    { code: 'BER-2', startsOn: '2027-04-11', endsOn: '2027-05-08', ...berlin },
    { code: 'SEV-1', startsOn: '2027-03-14', endsOn: '2027-04-10', ...sevilla },
    { code: 'SEV-2', startsOn: '2027-05-02', endsOn: '2027-05-29', ...sevilla },
    { code: 'LYO-1', startsOn: '2027-04-04', endsOn: '2027-05-01', ...lyon },
  ],
  occupations: ['cook', 'mechatronics assembler', 'hairdresser', 'healthcare assistant'].map(occupation),
  organisations: ['Brückenbauer Mobilität gGmbH', 'Puente Sur Movilidad S.L.', 'Passerelles Lyon'],
};

const read = (file: string) => readTable(readFileSync(join(__dirname, 'demo', file)), file);

async function check<K extends ImportKind>(file: string, kind: K) {
  const table = await read(file);
  const mapping = matchColumns(table.headers, kind);
  return { table, mapping, result: checkRows(table, mapping, context) };
}

describe('the demo files', () => {
  it.each([
    ['monteverde-100.csv', 'learners', 100],
    ['reserves-20.csv', 'reserves', 20],
    ['accompanying-10.csv', 'accompanying', 10],
    ['companies-60.csv', 'companies', 60],
    ['organisations.csv', 'organisations', 6],
  ] as const)('%s passes without a single finding', async (file, kind, count) => {
    const { mapping, result } = await check(file, kind);
    expect(mapping.unmatched).toEqual([]);
    expect(result.columnFindings).toEqual([]);
    expect(result.rows.flatMap(({ findings }) => findings)).toEqual([]);
    expect(result.counts).toEqual({ ready: count, waiting: 0, error: 0, warning: 0, notice: 0 });
  });

  it('the cohort has 35 minors with guardians and 12 participants with fewer opportunities', async () => {
    const { result } = await check('monteverde-100.csv', 'learners');
    expect(result.rows.filter(({ values }) => values.guardianEmail !== null)).toHaveLength(35);
    expect(result.rows.filter(({ values }) => values.fewerOpportunities === true)).toHaveLength(12);
    expect(result.rows[0]).toMatchObject({
      row: 2,
      ok: true,
      values: {
        studentNo: 'MV2700',
        firstName: 'José-Luis',
        birthDate: '2009-08-12',
        gender: 'male',
        phone: '+39 323 1214741',
        eqfLevel: 4,
        postcode: '06034',
        occupationUri: 'http://data.europa.eu/esco/occupation/cook',
        flow: 'BER-1',
        greenTravel: false,
        languageLevel: 'B2',
      },
    });
  });
});

/** Row of the spreadsheet → what the file's last column announces for it, in our terms. */
const expected: Record<number, { announced: string; code: FindingCode; field: string; column: string }> = {
  2: {
    announced: 'a minor without a guardian',
    code: 'guardian.missing',
    field: 'guardianEmail',
    column: 'Guardian e-mail',
  },
  4: { announced: 'e-mail is not an address', code: 'email.form', field: 'email', column: 'E-mail' },
  7: { announced: 'no such date', code: 'date.none', field: 'birthDate', column: 'Date of birth' },
  10: { announced: 'ends before it starts', code: 'stay.reversed', field: 'endsOn', column: 'End date' },
  13: { announced: 'unknown country', code: 'country.unknown', field: 'country', column: 'Country' },
  16: { announced: 'same e-mail as row 15', code: 'email.duplicate', field: 'email', column: 'E-mail' },
  19: {
    announced: '6 days: shorter than the 10 days of a short-term learner mobility',
    code: 'stay.short',
    field: 'endsOn',
    column: 'End date',
  },
  22: { announced: 'last name is missing', code: 'value.missing', field: 'lastName', column: 'Last name' },
  25: { announced: 'unknown ISCED-F field', code: 'isced.unknown', field: 'iscedF', column: 'ISCED-F' },
  28: { announced: 'unknown flow', code: 'flow.unknown', field: 'flow', column: 'Flow' },
};

describe('the cohort with ten faults', () => {
  it('announces exactly the faults that are tested here', async () => {
    const table = await read('monteverde-30-with-faults.csv');
    const announced = table.rows.flatMap((cells, at) => (cells.at(-1) ? [[table.rowNumbers[at], cells.at(-1)]] : []));
    expect(announced).toEqual(Object.entries(expected).map(([row, fault]) => [Number(row), fault.announced]));
  });

  it.each(Object.entries(expected))(
    'finds the fault of row %s in its row and column',
    async (row, { code, field, column }) => {
      const { result } = await check('monteverde-30-with-faults.csv', 'learners');
      const found = result.rows.find((checked) => checked.row === Number(row));
      expect(found?.ok).toBe(false);
      expect(found?.findings).toContainEqual(
        expect.objectContaining({ row: Number(row), code, field, column, severity: 'error' }),
      );
    },
  );

  it('finds nothing in the rows without a fault, and lets them in', async () => {
    const { mapping, result } = await check('monteverde-30-with-faults.csv', 'learners');
    expect(mapping.unmatched).toEqual(['(expected finding)']);
    const clean = result.rows.filter(({ row }) => !(row in expected));
    expect(clean).toHaveLength(20);
    expect(clean.flatMap(({ findings }) => findings)).toEqual([]);
    expect(result.counts).toMatchObject({ ready: 20, waiting: 10 });
  });

  it('names the other row, the missing days and the flows that exist', async () => {
    const { result } = await check('monteverde-30-with-faults.csv', 'learners');
    const finding = (code: FindingCode) => {
      const found = result.rows.flatMap(({ findings }) => findings).find((each) => each.code === code);
      if (!found) throw new Error(`not found: ${code}`);
      return found;
    };
    expect(finding('email.duplicate').params).toEqual({ value: 'jose-luis.rossi.13@monteverde.example', otherRow: 15 });
    expect(finding('flow.unknown').offers).toEqual(
      expect.arrayContaining(['BER-1', 'BER-2', 'LYO-1', 'SEV-1', 'SEV-2']),
    );
    expect(describeFinding(finding('stay.short'), 'learners', 'en')).toEqual({
      text: '6 days are fewer than the 10 that this kind of mobility needs',
      mend: 'Correct the first or the last day',
    });
    expect(describeFinding(finding('value.missing'), 'learners', 'it').text).toBe('«Cognome» è vuoto');
  });
});
