import { checkRows, type ImportKind, matchColumns, readTable } from '@softmob/participants-model';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MatchCapacity, type MatchLearner, matchLearners, peakTaken, type UnmatchedReason } from './index';

const stay = { starts: '2027-03-07', ends: '2027-04-03' };
const learner = (id: string, changed: Partial<MatchLearner> = {}): MatchLearner => ({
  id,
  occupation: 'cook',
  ...stay,
  ...changed,
});
const company = (id: string, changed: Partial<MatchCapacity> = {}): MatchCapacity => ({
  id: `${id}-places`,
  companyId: id,
  occupation: 'cook',
  places: 1,
  from: null,
  to: null,
  taken: [],
  ...changed,
});
const match = (learners: MatchLearner[], capacities: MatchCapacity[]) => {
  const { assignments, unmatched } = matchLearners({ learners, capacities });
  return {
    placed: Object.fromEntries(assignments.map(({ learnerId, companyId }) => [learnerId, companyId])),
    unmatched: Object.fromEntries(unmatched.map(({ learnerId, reason }) => [learnerId, reason])),
  };
};

/** What a first-come matching would do: each learner takes the first place that fits. */
function greedyCount(learners: readonly MatchLearner[], capacities: readonly MatchCapacity[]): number {
  const taken = new Map(capacities.map(({ id, taken: stays }) => [id, [...stays]]));
  return learners.filter((each) => {
    const found = capacities.find((capacity) => fits(each, capacity, taken.get(capacity.id) ?? []));
    if (found) taken.get(found.id)?.push(each);
    return found !== undefined;
  }).length;
}

const fits = (
  each: MatchLearner,
  capacity: MatchCapacity,
  taken: readonly { starts: string; ends: string }[],
): boolean =>
  each.occupation === capacity.occupation &&
  !(each.excludes ?? []).includes(capacity.companyId) &&
  (capacity.from ?? '') <= each.starts &&
  (capacity.to ?? '9999') >= each.ends &&
  peakTaken(taken, each.starts, each.ends) < capacity.places;

/** The most learners that can be placed, by trying everything. */
function bestCount(
  learners: readonly MatchLearner[],
  capacities: readonly MatchCapacity[],
  given: ReadonlyMap<string, MatchLearner[]>,
): number {
  const [first, ...others] = learners;
  if (!first) return 0;
  let best = bestCount(others, capacities, given);
  for (const capacity of capacities) {
    const there = given.get(capacity.id) ?? [];
    if (!fits(first, capacity, [...capacity.taken, ...there])) continue;
    best = Math.max(best, 1 + bestCount(others, capacities, new Map(given).set(capacity.id, [...there, first])));
  }
  return best;
}

describe('matching', () => {
  it('places everybody where a first-come matching would leave one out', () => {
    const learners = [learner('ana'), learner('bo', { excludes: ['sonne'] })];
    const capacities = [company('linde'), company('sonne')];
    expect(greedyCount(learners, capacities)).toBe(1);
    expect(match(learners, capacities)).toEqual({ placed: { ana: 'sonne', bo: 'linde' }, unmatched: {} });
  });

  it('moves a short stay on so that a long one fits, across different dates', () => {
    const learners = [learner('ana', { ends: '2027-03-20' }), learner('bo')];
    const capacities = [company('linde'), company('sonne', { to: '2027-03-25' })];
    expect(greedyCount(learners, capacities)).toBe(1);
    expect(match(learners, capacities).placed).toEqual({ ana: 'sonne', bo: 'linde' });
  });

  it('uses a place again for a stay that begins after the other has ended, and not on the same day', () => {
    const later = { starts: '2027-04-04', ends: '2027-05-01' };
    expect(match([learner('ana'), learner('bo', later)], [company('linde')]).placed).toEqual({
      ana: 'linde',
      bo: 'linde',
    });
    const sameDay = { ...later, starts: '2027-04-03' };
    expect(match([learner('ana'), learner('bo', sameDay)], [company('linde')]).unmatched).toEqual({
      bo: 'too-few-places',
    });
  });

  it('follows wishes before the city, and the city before spreading', () => {
    const city = 'Berlin';
    const capacities = [
      company('far', { city: 'Potsdam', places: 3 }),
      company('near', { city, places: 3 }),
      company('wished', { city: 'Potsdam' }),
    ];
    const learners = [
      learner('ana', { city, preferences: ['wished'] }),
      learner('bo', { city }),
      learner('cy', { city }),
    ];
    expect(match(learners, capacities).placed).toEqual({ ana: 'wished', bo: 'near', cy: 'near' });
  });

  it('spreads over companies, counting those who are already there', () => {
    const capacities = [company('linde', { places: 4, taken: [stay] }), company('sonne', { places: 4 })];
    const { placed } = match(
      ['ana', 'bo', 'cy'].map((id) => learner(id)),
      capacities,
    );
    expect(Object.values(placed).sort()).toEqual(['linde', 'sonne', 'sonne']);
  });

  it('never crosses a border', () => {
    const capacities = [company('linde', { country: 'DE' })];
    expect(match([learner('ana', { country: 'ES' })], capacities).unmatched).toEqual({
      ana: 'no-company-for-occupation',
    });
  });

  it('gives the same result whatever the order of its input', () => {
    const learners = ['ana', 'bo', 'cy', 'di'].map((id) => learner(id));
    const capacities = ['linde', 'sonne', 'luz'].map((id) => company(id, { places: 2 }));
    const turned = match([...learners].reverse(), [...capacities].reverse());
    expect(turned.placed).toEqual(match(learners, capacities).placed);
  });

  it.each<[string, MatchLearner, MatchCapacity[], UnmatchedReason]>([
    ['no occupation', learner('ana', { occupation: null }), [company('linde')], 'no-occupation'],
    ['no company', learner('ana', { occupation: 'baker' }), [company('linde')], 'no-company-for-occupation'],
    ['only excluded companies', learner('ana', { excludes: ['linde'] }), [company('linde')], 'all-excluded'],
    ['no place for the whole stay', learner('ana'), [company('linde', { to: '2027-04-02' })], 'not-in-period'],
    [
      'all places taken',
      learner('ana'),
      [company('linde', { taken: [{ starts: '2027-04-03', ends: '2027-04-30' }] })],
      'all-taken',
    ],
  ])('says why: %s', (_, each, capacities, reason) => {
    expect(match([each], capacities).unmatched).toEqual({ ana: reason });
  });
});

/** Mulberry32: small numbers that look random and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * sides;
  };
}

const day = (number: number): string => `2027-03-${String(Math.floor(number) + 1).padStart(2, '0')}`;

function smallCase(seed: number, mixedDates: boolean): { learners: MatchLearner[]; capacities: MatchCapacity[] } {
  const roll = dice(seed);
  const companies = ['a', 'b', 'c', 'd'].slice(0, 1 + roll(4));
  const capacities = companies.map((id) => {
    const from = roll(2) < 1 ? null : day(roll(3));
    const taken = roll(3) < 1 ? [{ starts: day(2), ends: day(2 + roll(4)) }] : [];
    return company(id, { places: 1 + Math.floor(roll(2)), from, to: roll(2) < 1 ? null : day(8 + roll(4)), taken });
  });
  const learners = Array.from({ length: 1 + Math.floor(roll(6)) }, (_, at) => {
    const starts = mixedDates ? roll(6) : 3;
    const dates = { starts: day(starts), ends: day(mixedDates ? starts + roll(6) : 7) };
    return learner(String(at), { ...dates, excludes: companies.filter(() => roll(3) < 1) });
  });
  return { learners, capacities };
}

describe('matching against all possibilities', () => {
  const placedIn = (result: ReturnType<typeof matchLearners>, { learners, capacities }: ReturnType<typeof smallCase>) =>
    capacities.map((capacity) => ({
      capacity,
      there: learners.filter(({ id }) =>
        result.assignments.some((each) => each.learnerId === id && each.capacityId === capacity.id),
      ),
    }));

  it.each([
    ['the same dates', false],
    ['mixed dates', true],
  ])('is valid in 400 cases with %s', (_, mixedDates) => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const small = smallCase(seed, mixedDates);
      for (const { capacity, there } of placedIn(matchLearners(small), small)) {
        const others = (each: MatchLearner) => [...capacity.taken, ...there.filter(({ id }) => id !== each.id)];
        expect([seed, there.every((each) => fits(each, capacity, others(each)))]).toEqual([seed, true]);
      }
    }
  });

  it('places the most possible in 400 cases with the same dates', () => {
    for (let seed = 1; seed <= 400; seed += 1) {
      const { learners, capacities } = smallCase(seed, false);
      const placed = matchLearners({ learners, capacities }).assignments.length;
      expect([seed, placed]).toEqual([seed, bestCount(learners, capacities, new Map())]);
    }
  });

  it('places the most possible in at least 98 of 100 cases with mixed dates', () => {
    let best = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const { learners, capacities } = smallCase(seed, true);
      const placed = matchLearners({ learners, capacities }).assignments.length;
      if (placed === bestCount(learners, capacities, new Map())) best += 1;
    }
    expect(best / 400).toBeGreaterThanOrEqual(0.98);
  });
});

describe('a whole cohort', () => {
  const occupations = ['cook', 'mechatronics assembler', 'hairdresser', 'healthcare assistant'];
  const at = (index: number) => occupations[index % 4] ?? 'cook';

  it('of 100 learners finds its places in 60 companies within half a second', () => {
    const learners = Array.from({ length: 100 }, (_, index) =>
      learner(`learner-${String(index).padStart(3, '0')}`, { occupation: at(index) }),
    );
    const capacities = Array.from({ length: 60 }, (_, index) =>
      company(`company-${String(index).padStart(2, '0')}`, { occupation: at(index), places: 2 }),
    );
    const started = performance.now();
    const { assignments } = matchLearners({ learners, capacities });
    expect(performance.now() - started).toBeLessThan(500);
    expect(assignments).toHaveLength(100);
    const perCompany = new Map<string, number>();
    for (const { companyId } of assignments) perCompany.set(companyId, (perCompany.get(companyId) ?? 0) + 1);
    expect(perCompany.size).toBe(60);
  });

  it('of the demo data finds a place for every one of the 100', async () => {
    const rows = async <K extends ImportKind>(file: string, kind: K) => {
      const table = await readTable(readFileSync(join(__dirname, '../../participants/model/demo', file)), file);
      return checkRows(table, matchColumns(table.headers, kind), { today: '2026-11-22' }).rows;
    };
    const learners = (await rows('monteverde-100.csv', 'learners')).flatMap(({ row, ok, values }) =>
      ok && values.startsOn !== null && values.endsOn !== null
        ? [{ ...values, id: String(row), starts: values.startsOn, ends: values.endsOn }]
        : [],
    );
    const capacities = (await rows('companies-60.csv', 'companies')).flatMap(({ row, ok, values }) =>
      ok ? [company(values.company, { ...values, id: String(row) })] : [],
    );
    expect([learners.length, capacities.length]).toEqual([100, 60]);
    expect(matchLearners({ learners, capacities }).unmatched).toEqual([]);
  });
});
