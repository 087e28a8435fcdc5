import { type BoardNode } from './board-documents';
import { type BoardFilters, matches, NO_FILTERS, shownRows } from './board-rows';

interface Facts {
  name?: [last: string, first: string];
  stage?: string;
  flow?: string;
  late?: string[];
  open?: string[];
  ready?: boolean;
}

function row({
  name = ['Conti', 'Ana'],
  stage = 'selected',
  flow = 'BER-1',
  late = [],
  open = late,
  ready = false,
}: Facts) {
  const [lastName, firstName] = name;
  return {
    id: lastName,
    stage,
    participant: { lastName, firstName, occupation: 'cook' },
    flow: { id: flow, code: flow, town: 'Berlin', startsOn: '2027-03-07' },
    company: null,
    progress: {
      tasks: 10,
      done: 10 - open.length,
      late: late.length,
      ready,
      openSteps: open,
      lateSteps: late,
      next: null,
    },
  } as unknown as BoardNode;
}
const fits = (of: Facts, filters: Partial<BoardFilters>) => matches(row(of), { ...NO_FILTERS, ...filters });

describe('what the board shows', () => {
  it('finds a name without its accents, and a flow by its town', () => {
    expect(fits({ name: ['Nuñez', 'Søren'] }, { q: 'nunez' })).toBe(true);
    expect(fits({}, { q: 'conti berl' })).toBe(true);
    expect(fits({}, { q: 'conti lyon' })).toBe(false);
  });

  it('asks of a step whether it is open, and with "late" whether that very step is late', () => {
    const sign = { step: ['sign'] };
    expect(fits({ open: ['sign'] }, sign)).toBe(true);
    expect(fits({ open: ['sign'] }, { ...sign, late: true })).toBe(false);
    expect(fits({ late: ['sign'] }, { ...sign, late: true })).toBe(true);
    expect(fits({ late: ['other'], open: ['other', 'sign'] }, { ...sign, late: true })).toBe(false);
  });

  it('counts nobody who withdrew as late or not ready, but shows them when asked', () => {
    const gone = { stage: 'withdrawn', late: ['sign'] };
    expect(fits(gone, { late: true })).toBe(false);
    expect(fits(gone, { notReady: true })).toBe(false);
    expect(fits(gone, { stage: ['withdrawn'] })).toBe(true);
  });

  it('orders stages as they follow each other, and people of one stage by name both ways', () => {
    const rows = [
      row({ name: ['Zeta', 'A'] }),
      row({ name: ['Alfa', 'B'] }),
      row({ name: ['Back', 'C'], stage: 'abroad' }),
    ];
    const names = (desc: boolean) => shownRows(rows, { ...NO_FILTERS, sort: 'stage', desc }).map(({ id }) => id);
    expect(names(false)).toEqual(['Alfa', 'Zeta', 'Back']);
    expect(names(true)).toEqual(['Back', 'Alfa', 'Zeta']);
  });

  it('puts whoever is most behind first when ordered by tasks', () => {
    const rows = [
      row({ name: ['One', ''], late: ['a'] }),
      row({ name: ['Two', ''], late: ['a', 'b'] }),
      row({ name: ['None', ''] }),
    ];
    expect(shownRows(rows, { ...NO_FILTERS, sort: 'tasks' }).map(({ id }) => id)).toEqual(['Two', 'One', 'None']);
  });
});
