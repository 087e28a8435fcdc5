import { shownUnits, sortedUnits } from './unit-rows';
import { faultsOf, inputOf, OTHER, valuesOf } from './unit-values';
import { type Unit } from './units.teacher';

const both = (en: string, it = '') => ({ en, it });
const unit = (more: Partial<Unit>): Unit => ({
  ...{ id: null, key: 'bread', version: null, occupation: 'baker', iscedF: '', eqf: 3, hours: 40 },
  ...{ title: both('Bake bread', 'Fare il pane'), knowledge: [], skills: [both('Bakes bread')], tasks: [] },
  ...{ responsibilityAndAutonomy: [], assessment: both('Trial loaf'), origin: both('') },
  ...more,
});

describe('a unit that is typed', () => {
  it('names every field that is still empty, in the reader’s language', () => {
    expect(Object.keys(faultsOf(valuesOf(null), 'it'))).toEqual([
      ...['title.it', 'occupation', 'eqf', 'hours', 'skills.0.it', 'assessment.it'],
    ]);
    const values = { ...valuesOf(unit({})), hours: '0', iscedF: 'x', occupation: OTHER };
    expect(faultsOf(values, 'en')).toEqual({ otherOccupation: 'occupation', hours: 'hours', iscedF: 'iscedF' });
    expect(faultsOf(valuesOf(unit({})), 'en')).toEqual({});
  });

  it('is sent without blank lines, with the code of its occupation unless another is given', () => {
    const values = valuesOf(unit({ skills: [both(' Bakes '), both('  ')], occupation: 'cook' }));
    expect(inputOf(values)).toMatchObject({ skills: [both('Bakes')], knowledge: [], iscedF: '1013', hours: 40 });
    const other = { ...values, occupation: OTHER, otherOccupation: ' Baker ', iscedF: '0721' };
    expect(inputOf(other)).toMatchObject({ occupation: 'baker', iscedF: '0721' });
  });
});

describe('the list of units', () => {
  const units = [unit({}), unit({ key: 'soup', id: '1', title: both('Cook soup'), eqf: 4, hours: 20, skills: [] })];
  const none = { q: '', occupation: [], eqf: [], from: [] };
  const keys = (found: Unit[]) => found.map(({ key }) => key);

  it('is searched in both languages and narrowed by level and writer', () => {
    expect(keys(shownUnits(units, { ...none, q: 'PANE' }))).toEqual(['bread']);
    expect(keys(shownUnits(units, { ...none, eqf: ['4'] }))).toEqual(['soup']);
    expect(keys(shownUnits(units, { ...none, from: ['shipped'] }))).toEqual(['bread']);
    expect(keys(shownUnits(units, { ...none, occupation: ['cook'] }))).toEqual([]);
  });

  it('is sorted by figures as figures, and begins with the school’s own where nothing is asked', () => {
    expect(keys(sortedUnits(units, { key: 'hours', direction: 'asc' }, 'en'))).toEqual(['soup', 'bread']);
    expect(keys(sortedUnits(units, { key: 'title', direction: 'desc' }, 'en'))).toEqual(['soup', 'bread']);
    expect(keys(sortedUnits(units, undefined, 'en'))).toEqual(['soup', 'bread']);
  });
});
