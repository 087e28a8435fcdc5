import { type Party } from './agreement-content';
import { partiesBefore, partiesInTurn, USUAL_ORDER } from './agreement-order';

const required: Party[] = ['participant', 'guardian', 'sending', 'hosting', 'supporting'];
const question = (signed: readonly Party[], order: readonly Party[] | null = USUAL_ORDER, minorNow = true) => ({
  ...{ required, order, minorNow },
  signatures: signed.map((party) => ({ party, hash: 'h' })),
});

describe('the order of signatures', () => {
  it('lets everybody sign at once where there is none', () => {
    expect(partiesInTurn(question([], null))).toEqual(required);
    expect(partiesBefore('sending', question([], null))).toEqual([]);
  });

  it('gives the turn to one after the other, and says who is before', () => {
    expect(partiesInTurn(question([]))).toEqual(['participant']);
    expect(partiesInTurn(question(['participant', 'guardian']))).toEqual(['hosting']);
    expect(partiesBefore('sending', question(['participant']))).toEqual(['guardian', 'hosting', 'supporting']);
    expect(partiesInTurn(question(USUAL_ORDER))).toEqual([]);
  });

  it('passes over a guardian from the eighteenth birthday on', () => {
    expect(partiesInTurn(question(['participant'], USUAL_ORDER, false))).toEqual(['hosting']);
  });

  it('gives the turn back to whoever took their signature back', () => {
    expect(partiesInTurn(question(['guardian', 'hosting']))).toEqual(['participant']);
  });

  it('puts those who are not named after all who are, together', () => {
    expect(partiesInTurn(question(['participant'], ['participant', 'sending']))).toEqual(['sending']);
    expect(partiesInTurn(question(['participant', 'sending'], ['participant', 'sending']))).toEqual([
      'guardian',
      'hosting',
      'supporting',
    ]);
  });
});
