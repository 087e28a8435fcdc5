import { type FieldDefinition } from './field-definition';
import { importFields } from './fields';
import { importKinds } from './import-values';
import { matchColumns, overrideColumns } from './match-columns';
import { squash } from './text';

const fields = (headers: string[], kind: Parameters<typeof matchColumns>[1] = 'learners') =>
  matchColumns(headers, kind).columns.map(({ field }) => field);

describe('columns are known by their names', () => {
  it('in English, Italian and German', () => {
    const wanted = ['lastName', 'firstName', 'birthDate', 'email', 'phone', 'postcode'];
    expect(fields(['Surname', 'First name', 'Date of birth', 'E-mail', 'Mobile phone', 'Postcode'])).toEqual(wanted);
    expect(fields(['Cognome', 'Nome', 'Data di nascita', 'Indirizzo e-mail', 'Cellulare', 'CAP'])).toEqual(wanted);
    expect(fields(['Nachname', 'Vorname', 'Geburtsdatum', 'E-Mail', 'Handynummer', 'PLZ'])).toEqual(wanted);
  });

  it('whatever their case, accents, punctuation and notes', () => {
    expect(
      fields(['LAST_NAME', ' first-name*', 'date of birth (dd/mm/yyyy)', 'Minori opportunita', 'ISCED F']),
    ).toEqual(['lastName', 'firstName', 'birthDate', 'fewerOpportunities', 'iscedF']);
  });

  it('with one slip of the pen in a long name', () => {
    const { columns } = matchColumns(['Date of brith', 'Cogome', 'Nom'], 'learners');
    expect(columns.map(({ field, by }) => [field, by])).toEqual([
      ['birthDate', 'near'],
      ['lastName', 'near'],
      [null, null],
    ]);
  });

  it('differently in each kind of file', () => {
    expect(fields(['Town', 'Name', 'E-Mail'], 'organisations')).toEqual(['town', 'organisation', 'email']);
    expect(fields(['Town', 'Firma', 'E-Mail'], 'companies')).toEqual(['city', 'company', 'tutorEmail']);
  });

  it.each(importKinds)('and no name of %s means two fields', (kind) => {
    const owners = new Map<string, string>();
    const definitions: readonly FieldDefinition[] = importFields[kind];
    for (const { key, labels, aliases } of definitions) {
      for (const name of [...Object.values(labels), ...aliases]) {
        expect(`${name}: ${owners.get(squash(name)) ?? key}`).toBe(`${name}: ${key}`);
        owners.set(squash(name), key);
      }
    }
  });
});

describe('the mapping', () => {
  it('tells what is not used and what is missing', () => {
    const mapping = matchColumns(['Cognome', 'Hobby', 'Surname'], 'learners');
    expect(mapping.unmatched).toEqual(['Hobby', 'Surname']);
    expect(mapping.missing).toEqual(['firstName', 'birthDate', 'email']);
  });

  it('can be set by hand, and a field moves from the column that had it', () => {
    const mapping = matchColumns(['Cognome', 'Nome', 'Nato', 'Contatto', 'E-mail'], 'learners');
    const changed = overrideColumns(mapping, { 2: 'birthDate', 3: 'email' });
    expect(changed.columns.map(({ field, by }) => [field, by])).toEqual([
      ['lastName', 'name'],
      ['firstName', 'name'],
      ['birthDate', 'hand'],
      ['email', 'hand'],
      [null, null],
    ]);
    expect(changed.missing).toEqual([]);
    expect(overrideColumns(changed, { 0: null }).missing).toEqual(['lastName']);
  });
});
