import { breakLongWords } from './long-words';

const email = `${'x'.repeat(60)}@example.org`;
const word = 'Donaudampfschifffahrtselektrizität';

describe('words that are longer than their column', () => {
  it('may break anywhere, wherever they stand', () => {
    const table = { table: { body: [[{ stack: [word] }, { columns: [{ text: [{ text: email }] }] }]] } };
    expect(breakLongWords([{ text: word }, table])).toEqual([
      { text: word, wordBreak: 'break-all' },
      {
        table: {
          body: [
            [
              { stack: [{ text: word, wordBreak: 'break-all' }] },
              { columns: [{ text: [{ text: email, wordBreak: 'break-all' }] }] },
            ],
          ],
        },
      },
    ]);
  });

  it('stay whole where they fit, addresses and hyphenated words too', () => {
    const fitting = [
      { text: 'frieda.petersen@brueckenbauer.example' },
      { text: 'Istituto-Professionale-di-Stato-Monteverde' },
      { text: 'http://data.europa.eu/esco/occupation/099c6bb0-22d3-4c5d-8bf5-70910af381ef' },
    ];
    expect(breakLongWords(fitting)).toEqual(fitting);
  });
});
