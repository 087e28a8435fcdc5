import {
  activitiesOf,
  checkActivity,
  checkProject,
  describeRuleFinding,
  monthsOfProject,
  parseGrantAgreementNumber,
  type ProjectFacts,
  ruleFindingKinds,
} from './index';

const accredited: ProjectFacts = { action: 'KA121', callYear: 2026, startsOn: '2026-06-01', endsOn: '2027-08-31' };
const codes = (changed: Partial<ProjectFacts>): string[] =>
  checkProject({ ...accredited, ...changed }).map(({ code }) => code);

describe('the duration of a project', () => {
  it('is counted in calendar months, both days included', () => {
    expect(monthsOfProject('2026-06-01', '2027-08-31')).toEqual({ full: 15, begun: 15 });
    expect(monthsOfProject('2026-06-15', '2026-07-20')).toEqual({ full: 1, begun: 2 });
    expect(monthsOfProject('2026-06-15', '2026-07-13')).toEqual({ full: 0, begun: 1 });
  });

  it('of KA121 is 15 months, with an extension 24', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ endsOn: '2027-08-30' })).toEqual(['project.short']);
    expect(codes({ endsOn: '2028-05-31' })).toEqual(['project.extended']);
    expect(codes({ endsOn: '2028-06-01' })).toEqual(['project.long']);
  });

  it('of KA122 is 6 to 18 months, for at most 30 participants', () => {
    const action = 'KA122';
    expect(codes({ action, endsOn: '2026-11-30', participants: 30 })).toEqual([]);
    expect(codes({ action, endsOn: '2026-11-29' })).toEqual(['project.short']);
    expect(codes({ action, endsOn: '2027-12-01' })).toEqual(['project.long']);
    expect(codes({ action, participants: 31 })).toEqual(['project.large']);
    expect(codes({ participants: 131 })).toEqual([]);
  });

  it('does not begin before the call, nor run backwards', () => {
    expect(codes({ callYear: 2027 })).toEqual(['dates.beforeCall']);
    expect(codes({ endsOn: '2026-01-01' })).toEqual(['dates.reversed']);
  });
});

describe('the grant agreement number', () => {
  it('is read in the form since 2021 and in that of 2014 to 2020', () => {
    expect(parseGrantAgreementNumber(' 2026–1–it03–ka121–vet–000123456 ')).toEqual({
      number: '2026-1-IT03-KA121-VET-000123456',
      callYear: 2026,
      round: 1,
      agency: 'IT03',
      action: 'KA121',
      field: 'VET',
      serial: '000123456',
    });
    expect(parseGrantAgreementNumber('2019-1-DE02-KA102-005876')).toMatchObject({ field: null, serial: '005876' });
  });

  it.each(['2026-4-IT03-KA121-VET-000123456', '2026-1-IT03-KA121-VET-12345', 'IT03-KA121', ''])(
    'is not “%s”',
    (text) => {
      expect(parseGrantAgreementNumber(text)).toBeNull();
    },
  );

  it('agrees with the project', () => {
    const number = (grantAgreementNumber: string) => codes({ grantAgreementNumber });
    expect(number('2026-1-IT03-KA121-VET-000123456')).toEqual([]);
    expect(number('2025-1-IT03-KA122-VET-000123456')).toEqual(['number.otherCall', 'number.otherAction']);
    expect(number('2026-1-IT03-KA121-SCH-000123456')).toEqual(['number.otherAction']);
    expect(number('121')).toEqual(['number.form']);
  });
});

describe('actions', () => {
  it('fund their activities', () => {
    expect(activitiesOf('KA121')).toContain('VET_SHORT');
    expect(checkActivity('KA122', 'VET_LONG')).toEqual([]);
  });
});

describe('findings', () => {
  it('have words in both languages with the same places to fill in', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
    for (const [code, { en, it: italian }] of Object.entries(ruleFindingKinds)) {
      expect([code, places(italian)]).toEqual([code, places(en)]);
    }
    expect(describeRuleFinding({ code: 'stay.short', params: { days: 9, min: 10 } }, 'it')).toBe(
      '9 giorni sono meno dei 10 richiesti da questa attività; i giorni di viaggio non contano',
    );
  });
});
