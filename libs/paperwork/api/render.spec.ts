import { exampleValues, resolveSheet, SHIPPED } from '@softmob/paperwork-model';
import { type Imprint, renderPdf } from './render';

/** A picture of one pixel. */
const LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const imprint: Imprint = {
  locale: 'it',
  issuer: 'Istituto Professionale Orfini',
  logo: LOGO,
  proof: { number: 'LA-2027-00001', url: 'https://softmob.example/verify/AAAAAAAAAAAAAAAAAAAAAA' },
  createdAt: new Date('2027-02-01T09:00:00Z'),
};

describe('a document as a PDF', () => {
  it('has the same bytes whenever it is drawn, and others when anything differs', async () => {
    const content = SHIPPED.find(({ key }) => key === 'learningAgreement')?.content;
    if (!content?.sheets.it) throw new Error('No template');
    const { sheet } = resolveSheet(content.sheets.it, exampleValues('it'), 'it');
    const first = await renderPdf(sheet, imprint);
    await new Promise((later) => setTimeout(later, 1_100));
    expect((await renderPdf(sheet, imprint)).equals(first)).toBe(true);
    const other = { ...imprint, proof: { number: 'LA-2027-00002', url: imprint.proof?.url ?? '' } };
    expect((await renderPdf(sheet, other)).equals(first)).toBe(false);
  });
});
