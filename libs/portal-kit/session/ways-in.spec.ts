import { isEntrance, safeNext, signInPath } from './ways-in';

describe('the ways in', () => {
  test('signing in leads back to where one wanted to go, filters included', () => {
    const path = '/board?q=Ana&states=blocked,atRisk';
    const next = new URLSearchParams(signInPath(path).split('?')[1]).get('next');
    expect(safeNext(next)).toBe(path);
    expect(signInPath('/')).toBe('/sign-in');
  });

  test.each(['//evil.example/', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', null])(
    'the address %p leads home, not away',
    (next) => {
      expect(safeNext(next)).toBe('/');
    },
  );

  test('one does not come back to the sign-in screen itself', () => {
    expect(safeNext('/sign-in?next=/board')).toBe('/');
  });

  test('links that were mailed stay open to whoever is not signed in, screens do not', () => {
    expect(['/seat/abc', '/invitation/abc', '/reset/abc', '/forgot', '/sign-in'].every(isEntrance)).toBe(true);
    expect(['/', '/board', '/seating', '/sign-inn'].some(isEntrance)).toBe(false);
  });
});
