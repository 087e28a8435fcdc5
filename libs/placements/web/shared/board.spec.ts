import { type BoardLearner, type BoardOffer, changesOf, conflictsOf, leftAt, offersFor, refusalsOf } from './board';

const learner = (id: string, more: Partial<BoardLearner> = {}): BoardLearner => ({
  id,
  placementId: null,
  name: id,
  detail: '',
  occupation: 'cook',
  starts: '2027-03-07',
  ends: '2027-04-03',
  status: 'selected',
  capacityId: null,
  ...more,
});
const offer = (id: string, more: Partial<BoardOffer> = {}): BoardOffer => ({
  id,
  company: id,
  town: 'Berlin',
  occupation: 'cook',
  places: 2,
  free: 2,
  open: true,
  ...more,
});

describe('a plan', () => {
  const learners = [learner('ana'), learner('ben'), learner('cem', { capacityId: 'kitchen', status: 'proposed' })];
  const offers = [offer('kitchen', { free: 1 }), offer('bar')];

  it('takes places and gives back those of whoever moves', () => {
    expect([...leftAt(learners, offers, { ana: 'kitchen', ben: 'kitchen', cem: 'bar' })]).toEqual([
      ['kitchen', 0],
      ['bar', 1],
    ]);
  });

  it('is in conflict where more are planned than are free', () => {
    const left = leftAt(learners, offers, { ana: 'kitchen', ben: 'kitchen' }).get('kitchen') ?? 0;
    expect(left).toBe(-1);
    expect(conflictsOf(learner('ana'), offer('kitchen'), left)).toEqual(['full']);
    expect(refusalsOf(learners, offers, { ana: 'kitchen', ben: 'kitchen' })).toBe(2);
    expect(refusalsOf(learners, offers, { ana: 'kitchen', ben: 'bar' })).toBe(0);
  });

  it('sends only what differs from what is stored', () => {
    expect(changesOf(learners, { ana: 'bar', cem: 'kitchen' })).toEqual([{ mobilityId: 'ana', capacityId: 'bar' }]);
  });
});

describe('an offer', () => {
  it('of another occupation is only a warning, one outside its period a refusal', () => {
    expect(conflictsOf(learner('ana'), offer('shop', { occupation: 'Baker' }), 1)).toEqual(['occupation']);
    expect(conflictsOf(learner('ana'), offer('kitchen', { open: false, occupation: ' COOK' }), 0)).toEqual(['closed']);
  });

  it('of the learner’s occupation with free places comes first', () => {
    const offers = [offer('shop', { occupation: 'baker' }), offer('full', { free: 0 }), offer('kitchen')];
    const left = leftAt([], offers, {});
    expect(offersFor(learner('ana'), offers, left).map(({ id }) => id)).toEqual(['kitchen', 'full', 'shop']);
  });
});
