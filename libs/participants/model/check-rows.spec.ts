import { checkRows, type CheckContext, type CheckResult, type Finding, matchColumns } from './index';

const flows = [
  {
    code: 'BER-1',
    startsOn: '2027-03-07',
    endsOn: '2027-04-03',
    country: 'DE',
    city: 'Berlin',
    hosts: ['Brückenbauer gGmbH'],
    duration: { minDays: 10, maxDays: 89, fewerOpportunitiesMinDays: 2 },
  },
  { code: 'SEV-1', startsOn: '2027-03-14', endsOn: '2027-04-10', country: 'ES', city: 'Sevilla' },
];
const context: CheckContext = { today: '2026-11-22', flows, organisations: ['Brückenbauer gGmbH'] };

const learner: Record<string, string> = {
  'Last name': 'Ruiz',
  'First name': 'Ana',
  'Date of birth': '2007-05-04',
  'E-mail': 'ana.ruiz@school.example',
  Flow: 'BER-1',
};

/** Checks learners that differ from Ana Ruiz in what is given; each has an address of their own unless given. */
function check(rows: Record<string, string>[], changed: Partial<CheckContext> = {}): CheckResult<'learners'> {
  const full = rows.map((row, at) => ({ ...learner, 'E-mail': `learner${String(at)}@school.example`, ...row }));
  const headers = [...new Set(full.flatMap((row) => Object.keys(row)))];
  const table = {
    headers,
    rows: full.map((row: Record<string, string>) => headers.map((header) => row[header] ?? '')),
    headerRow: 1,
    rowNumbers: full.map((_, at) => at + 2),
  };
  return checkRows(table, matchColumns(headers, 'learners'), { ...context, ...changed });
}
const findings = (row: Record<string, string>, changed: Partial<CheckContext> = {}): Finding[] =>
  check([row], changed).rows[0]?.findings ?? [];
const codes = (row: Record<string, string>, changed: Partial<CheckContext> = {}): string[] =>
  findings(row, changed).map(({ code, field }) => `${code} ${field}`);
const values = (row: Record<string, string>, changed: Partial<CheckContext> = {}) =>
  check([row], changed).rows[0]?.values;

describe('single cells', () => {
  it.each([
    ['E-mail', 'ana.ruiz@', 'email.form email'],
    ['E-mail', 'a@b', 'email.form email'],
    ['E-mail', 'ana ruiz@school.example', 'email.form email'],
    ['E-mail', 'ana..ruiz@school.example', 'email.form email'],
    ['Phone', 'see form', 'phone.form phone'],
    ['Phone', '12345', 'phone.form phone'],
    ['Nationality', 'XX', 'country.unknown nationality'],
    ['ISCED-F', '9987', 'isced.unknown iscedF'],
    ['EQF level', '9', 'eqf.range eqfLevel'],
    ['Language level', 'D1', 'languageLevel.unknown languageLevel'],
    ['Main language', 'Klingon', 'language.unknown mainLanguage'],
    ['Green travel', 'maybe', 'yesNo.unknown greenTravel'],
    ['Gender', 'q', 'choice.unknown gender'],
    ['First name', 'A'.repeat(101), 'text.long firstName'],
    ['Last name', 'MÃ¼ller', 'text.garbled lastName'],
    ['Date of birth', '12.08.09', 'date.form birthDate'],
    ['Date of birth', '2020-01-01', 'birthDate.implausible birthDate'],
    ['Date of birth', '1926-01-01', 'birthDate.implausible birthDate'],
    ['Last name', '', 'value.missing lastName'],
    ['Host organisation', 'Bruckenbau', 'host.unknown hostOrganisation'],
  ])('%s “%s” is found', (header, cell, expected) => {
    expect(codes({ Phone: '+39 075 123456', ...{ [header]: cell } })).toContain(expected);
  });

  it.each([
    ['E-mail', 'mailto:Ana.Ruiz+x@School.example', 'email', 'ana.ruiz+x@school.example'],
    ['Phone', '+39 323 1214741', 'phone', '+39 323 1214741'],
    ['Phone', "'+39 323 1214741", 'phone', '+39 323 1214741'],
    ['Class', '=4A', 'schoolClass', '=4A'],
    ['Nationality', 'EL', 'nationality', 'GR'],
    ['Nationality', 'uk', 'nationality', 'GB'],
    ['Nationality', 'Germania', 'nationality', 'DE'],
    ['Nationality', 'Österreich', 'nationality', 'AT'],
    ['Nationality', 'Italiana', 'nationality', 'IT'],
    ['ISCED-F', '0714 Electronics and automation', 'iscedF', '0714'],
    ['EQF level', 'EQF 4', 'eqfLevel', 4],
    ['Language level', 'b1+', 'languageLevel', 'B1'],
    ['Main language', 'Tedesco', 'mainLanguage', 'de'],
    ['Green travel', 'Sì', 'greenTravel', true],
    ['Green travel', '0', 'greenTravel', false],
    ['Gender', 'weiblich', 'gender', 'female'],
    ['Host organisation', 'bruckenbauer GGMBH', 'hostOrganisation', 'Brückenbauer gGmbH'],
  ])('%s “%s” is understood without a finding', (header, cell, field, value) => {
    expect(codes({ [header]: cell })).toEqual([]);
    expect(values({ [header]: cell })).toMatchObject({ [field]: value });
  });

  it('an ISCED-F code that lost its leading zero gets it back, with a notice', () => {
    const [finding] = findings({ 'ISCED-F': '714' });
    expect(finding).toMatchObject({
      code: 'isced.restored',
      severity: 'notice',
      params: { value: '714', code: '0714' },
    });
    expect(values({ 'ISCED-F': '714' })).toMatchObject({ iscedF: '0714' });
  });

  it('a misspelt country gets offers', () => {
    expect(findings({ Nationality: 'Germny' })[0]?.offers).toContain('Germany');
  });

  it('occupations are known by label and other labels; an unknown one stays as text with a warning', () => {
    const occupations = [
      { uri: 'esco:cook', label: 'cook', altLabels: ['kitchen chef'] },
      { uri: 'esco:hairdresser', label: 'hairdresser' },
    ];
    expect(values({ Occupation: 'Kitchen Chef' }, { occupations })).toMatchObject({
      occupation: 'cook',
      occupationUri: 'esco:cook',
    });
    const [row] = check([{ Occupation: 'hairdreser' }], { occupations }).rows;
    expect(row).toMatchObject({ ok: true, values: { occupation: 'hairdreser', occupationUri: null } });
    expect(row?.findings[0]).toMatchObject({ code: 'occupation.unknown', severity: 'warning' });
    expect(row?.findings[0]?.offers[0]).toBe('hairdresser');
  });
});

describe('minors', () => {
  const guardian = { 'Guardian name': 'Eva Ruiz', 'Guardian e-mail': 'eva@home.example' };

  it('need a guardian’s name and e-mail, also where the file has no such columns', () => {
    const minor = { 'Date of birth': '2010-05-04' };
    expect(codes(minor)).toEqual(['guardian.missing guardianName', 'guardian.missing guardianEmail']);
    expect(findings(minor)[0]).toMatchObject({ column: null, params: { adultOn: '2028-05-04' } });
    expect(codes({ ...minor, ...guardian })).toEqual([]);
    expect(codes({ ...minor, ...guardian, 'Guardian e-mail': '' })).toEqual(['guardian.missing guardianEmail']);
  });

  it('are those under 18 now, even if they are 18 at departure', () => {
    expect(codes({ 'Date of birth': '2009-01-10' })).toContain('guardian.missing guardianName');
    expect(codes({ 'Date of birth': '2009-01-10' }, { today: '2027-01-10' })).toEqual([]);
    expect(codes({ 'Date of birth': '2008-11-22' })).toEqual([]);
    expect(codes({ 'Date of birth': '2008-11-23' })).toContain('guardian.missing guardianName');
  });

  it('an unreadable guardian e-mail is found once, as such', () => {
    expect(codes({ 'Date of birth': '2010-05-04', ...guardian, 'Guardian e-mail': 'eva' })).toEqual([
      'email.form guardianEmail',
    ]);
  });

  it('a guardian has another address than the learner', () => {
    expect(codes({ ...guardian, 'Guardian e-mail': 'LEARNER0@school.example' })).toEqual([
      'guardian.sameEmail guardianEmail',
    ]);
  });
});

describe('the stay and the flow', () => {
  const dates = (from: string, to: string) => ({ 'Start date': from, 'End date': to });

  it('what the row leaves open comes from its flow', () => {
    expect(values({})).toMatchObject({
      flow: 'BER-1',
      startsOn: '2027-03-07',
      endsOn: '2027-04-03',
      country: 'DE',
      city: 'Berlin',
      hostOrganisation: 'Brückenbauer gGmbH',
    });
  });

  it('a flow’s code is known in any case; an unknown one is answered with those that exist', () => {
    expect(values({ Flow: 'ber 1' })).toMatchObject({ flow: 'BER-1' });
    expect(findings({ Flow: 'NOPE' })[0]).toMatchObject({ code: 'flow.unknown', offers: ['BER-1', 'SEV-1'] });
  });

  it('without a column the flow is the chosen one, or that of the same destination and dates', () => {
    expect(values({ Flow: '' }, { chosenFlow: 'SEV-1' })).toMatchObject({ flow: 'SEV-1', city: 'Sevilla' });
    const row = { Flow: '', Country: 'ES', ...dates('2027-03-14', '2027-04-10') };
    expect(codes(row)).toEqual(['flow.found flow']);
    expect(values(row)).toMatchObject({ flow: 'SEV-1' });
    expect(codes({ ...row, Country: 'FR' })).toEqual(['flow.undecided flow']);
  });

  it('the end may not lie before the start', () => {
    expect(codes(dates('2027-03-07', '2027-03-01'))).toEqual(['stay.reversed endsOn']);
  });

  it('dates that differ from the flow warn; dates outside it are refused', () => {
    expect(findings(dates('2027-03-08', '2027-04-03'))).toMatchObject([
      { code: 'flow.otherDates', field: 'startsOn', severity: 'warning', offers: ['2027-03-07'] },
    ]);
    expect(findings(dates('2027-06-01', '2027-06-28'))).toMatchObject([{ code: 'flow.outside', severity: 'error' }]);
  });

  it('country and host are compared with the flow’s', () => {
    expect(codes({ Country: 'ES' })).toEqual(['flow.otherCountry country']);
    expect(codes({ 'Host organisation': 'Puente' }, { organisations: undefined })).toEqual([
      'flow.otherHost hostOrganisation',
    ]);
  });

  it('the stay keeps within the rule, both days counted', () => {
    expect(codes(dates('2027-03-07', '2027-03-16'))).toEqual(['flow.otherDates endsOn']);
    expect(codes(dates('2027-03-07', '2027-03-15'))).toEqual(['flow.otherDates endsOn', 'stay.short endsOn']);
    expect(codes(dates('2027-03-07', '2027-06-04'))).toEqual(['flow.otherDates endsOn', 'stay.long endsOn']);
  });

  it('fewer opportunities allow a shorter stay, which is to be justified', () => {
    const row = { 'Fewer opportunities': 'yes', ...dates('2027-03-07', '2027-03-12') };
    expect(findings(row).find(({ code }) => code === 'stay.shortJustified')).toMatchObject({ severity: 'warning' });
    expect(codes({ ...row, 'End date': '2027-03-07' })).toContain('stay.short endsOn');
  });
});

describe('the file as a whole', () => {
  it('repeated addresses and student numbers are found at the later row', () => {
    const { rows } = check([
      { 'E-mail': 'one@school.example', 'Student no': '7' },
      { 'E-mail': 'ONE@school.example', 'Student no': '8' },
      { 'Student no': '7' },
    ]);
    expect(rows.map(({ findings: found }) => found.map(({ code, params }) => [code, params['otherRow']]))).toEqual([
      [],
      [['email.duplicate', 2]],
      [['studentNo.duplicate', 2]],
    ]);
  });

  it('ambiguous dates get one notice for their column', () => {
    const { columnFindings, rows } = check([{ 'Date of birth': '03/04/2007' }, { 'Date of birth': '05/06/2007' }]);
    expect(columnFindings).toMatchObject([
      { row: 1, column: 'Date of birth', code: 'date.ambiguous', severity: 'notice' },
    ]);
    expect(rows[0]).toMatchObject({ ok: true, values: { birthDate: '2007-04-03' } });
  });

  it('dates with the month first are read so where one of them proves it', () => {
    const { rows, columnFindings } = check([{ 'Date of birth': '03/04/2007' }, { 'Date of birth': '12/31/2006' }]);
    expect(columnFindings).toEqual([]);
    expect(rows.map(({ values: { birthDate } }) => birthDate)).toEqual(['2007-03-04', '2006-12-31']);
  });

  it('without a required column no row is ready, and the column is named once', () => {
    const headers = ['Last name', 'First name', 'Date of birth'];
    const table = { headers, rows: [['Ruiz', 'Ana', '2007-05-04']], headerRow: 1, rowNumbers: [2] };
    const result = checkRows(table, matchColumns(headers, 'learners'), { today: '2026-11-22' });
    expect(result.columnFindings).toMatchObject([{ code: 'column.missing', field: 'email', severity: 'error' }]);
    expect(result.rows).toMatchObject([{ ok: false, findings: [] }]);
    expect(result.counts).toEqual({ ready: 0, waiting: 1, error: 1, warning: 0, notice: 0 });
  });

  it('5,000 rows are checked in less than five seconds', () => {
    const rows = Array.from({ length: 5000 }, (_, at) => ({
      'Student no': String(at),
      Occupation: `unknown ${String(at % 50)}`,
    }));
    const occupations = Array.from({ length: 3000 }, (_, at) => ({
      uri: String(at),
      label: `occupation ${String(at)}`,
    }));
    const started = performance.now();
    expect(check(rows, { occupations }).counts).toMatchObject({ ready: 5000, warning: 5000 });
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('other kinds', () => {
  const checkKind = (kind: 'reserves' | 'companies' | 'accompanying', headers: string[], ...rows: string[][]) =>
    checkRows(
      { headers, rows, headerRow: 1, rowNumbers: rows.map((_, at) => at + 2) },
      matchColumns(headers, kind),
      context,
    );

  it('a reserve who is a minor needs the guardian only later', () => {
    const headers = ['Last name', 'First name', 'Date of birth', 'E-mail', 'Reserve rank'];
    const { rows } = checkKind('reserves', headers, ['Ruiz', 'Ana', '2010-05-04', 'ana@school.example', '3']);
    expect(rows[0]).toMatchObject({ ok: true, values: { rank: 3, flow: null } });
    expect(rows[0]?.findings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  it('a company’s places are a number, its period runs forward, and the same line counts once', () => {
    const headers = ['Azienda', 'Paese', 'Città', 'Professione', 'Posti', 'Disponibile dal', 'Disponibile fino al'];
    const { rows } = checkKind(
      'companies',
      headers,
      ['Linde', 'Germania', 'Berlin', 'cook', '2', '01.03.2027', '30.06.2027'],
      ['LINDE', 'DE', 'Berlin', 'cook', '1', '01.03.2027', '30.06.2027'],
      ['Sonne', 'DE', 'Berlin', 'cook', 'many', '01.07.2027', '30.06.2027'],
    );
    expect(rows[0]).toMatchObject({ ok: true, values: { places: 2, country: 'DE', availableFrom: '2027-03-01' } });
    expect(rows[1]?.findings.map(({ code }) => code)).toEqual(['row.duplicate']);
    expect(rows[2]?.findings.map(({ code }) => code)).toEqual(['number.form', 'period.reversed']);
  });

  it('a teacher needs a flow, and may go with two', () => {
    const headers = ['Last name', 'First name', 'E-mail', 'Flow'];
    const ana = ['Ruiz', 'Ana', 'ana@school.example'];
    const { rows } = checkKind(
      'accompanying',
      headers,
      [...ana, 'BER-1'],
      [...ana, 'SEV-1'],
      [...ana, 'BER-1'],
      [...ana, ''],
    );
    expect(rows.map(({ findings: found }) => found.map(({ code }) => code))).toEqual([
      [],
      [],
      ['email.duplicate'],
      ['flow.undecided'],
    ]);
  });
});
