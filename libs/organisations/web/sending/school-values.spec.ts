import { faultsOf, inputOf, NO_SCHOOL } from './school-values';

const school = {
  ...NO_SCHOOL,
  ...{ name: ' Istituto Nuovo ', oid: 'e10000001', country: 'IT', town: 'Perugia' },
  ...{ coordinatorName: 'Nuova Coordinatrice', coordinatorEmail: 'nuova@nuovo.example' },
};

describe('a school to be opened', () => {
  it('needs name, place and somebody to invite; the OID may wait, but not be wrong', () => {
    expect(Object.keys(faultsOf(NO_SCHOOL))).toEqual([
      ...['name', 'country', 'town', 'coordinatorName', 'coordinatorEmail'],
    ]);
    expect(faultsOf(school)).toEqual({});
    expect(faultsOf({ ...school, oid: '10000001', coordinatorEmail: 'nobody' })).toEqual({
      oid: 'oid',
      coordinatorEmail: 'coordinatorEmail',
    });
  });

  it('is sent trimmed, with the OID in capitals and without what is empty', () => {
    expect(inputOf(school)).toMatchObject({ name: 'Istituto Nuovo', oid: 'E10000001', street: null, locale: 'it' });
    expect(inputOf({ ...school, oid: ' ' }).oid).toBeNull();
  });
});
