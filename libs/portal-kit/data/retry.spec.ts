import { pauseAfter, verdictOn } from './retry';

describe('after a try that failed', () => {
  test.each([null, 408, 409, 423, 429, 502, 503, 504])('%s: it waits and goes on, however often', (status) => {
    expect(verdictOn(status, true, 0)).toBe('wait');
    expect(verdictOn(status, false, 500)).toBe('wait');
  });

  test.each([401, 403, 404, 410])('%s for what was begun before: it begins anew', (status) => {
    expect(verdictOn(status, true, 0)).toBe('anew');
  });

  test.each([400, 401, 403, 404, 413, 415])('%s for what begins: the person is told', (status) => {
    expect(verdictOn(status, false, 0)).toBe('tell');
  });

  test('a refusal of the file is told, also after parts of it have arrived', () => {
    expect(verdictOn(400, true, 0)).toBe('tell');
  });

  test('a server that fails by itself is asked some times more', () => {
    expect([0, 1, 2, 3, 4].map((failed) => verdictOn(500, true, failed))).toEqual([
      'wait',
      'wait',
      'wait',
      'wait',
      'tell',
    ]);
  });

  test('pauses grow to half a minute and no longer', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(pauseAfter)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });
});
