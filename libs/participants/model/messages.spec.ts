import { describeTableError, importMessages } from './messages';

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe('the words of an import', () => {
  it.each(['findings', 'mends', 'tableErrors'] as const)(
    '%s have the same places to fill in both languages',
    (part) => {
      const english = Object.entries<string>(importMessages.en[part]);
      const italian: Record<string, string> = importMessages.it[part];
      expect(english.length).toBeGreaterThan(10);
      for (const [code, text] of english) {
        expect([code, placeholders(italian[code] ?? '')]).toEqual([code, placeholders(text)]);
      }
    },
  );

  it('tell why a file could not be read', () => {
    expect(describeTableError({ code: 'TOO_MANY_ROWS', params: { fileName: 'a.csv', limit: 5000 } }, 'en')).toBe(
      '“a.csv” has more than 5000 rows. Split it into several files, and look for stray entries far below.',
    );
  });
});
