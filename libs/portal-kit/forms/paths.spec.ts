import { sameValues, valueAt, withValueAt } from './paths';

describe('values of a form by path', () => {
  const values = { name: 'Ana', learners: [{ email: 'a@x.it' }, { email: 'b@x.it' }] };

  test('a value deep in a list is read and changed without touching the rest', () => {
    const next = withValueAt(values, 'learners.1.email', 'c@x.it');
    expect(valueAt(next, 'learners.1.email')).toBe('c@x.it');
    expect(valueAt(values, 'learners.1.email')).toBe('b@x.it');
    expect(next.learners[0]).toBe(values.learners[0]);
    expect(Array.isArray(next.learners)).toBe(true);
  });

  test('a path that does not exist yet is made; reading one gives undefined', () => {
    expect(withValueAt({}, 'contacts.0.phone', '1')).toEqual({ contacts: [{ phone: '1' }] });
    expect(valueAt(values, 'learners.7.email')).toBeUndefined();
    expect(valueAt(values, 'name.first')).toBeUndefined();
  });

  test('values are the same by content, whatever the order of keys', () => {
    expect(sameValues({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
    expect(sameValues({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
    expect(sameValues({ a: undefined }, {})).toBe(false);
    expect(sameValues([], {})).toBe(false);
  });
});
