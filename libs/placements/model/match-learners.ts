import { type MatchCapacity, type MatchLearner, type MatchResult, type UnmatchedReason } from './match-types';
import { FlowNetwork } from './min-cost-flow';
import { peakTaken, type Stay, staysOverlap } from './stays';

/** What a choice costs: a wish weighs more than the city, the city more than spreading over companies. */
const costs = { wish: 10_000, otherCity: 1_000, sameCompany: 10 } as const;

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const fitsOccupation = (learner: MatchLearner, capacity: MatchCapacity): boolean =>
  learner.occupation !== null &&
  sameName(learner.occupation, capacity.occupation) &&
  (!learner.country || !capacity.country || learner.country === capacity.country);
const isExcluded = (learner: MatchLearner, { companyId }: MatchCapacity): boolean =>
  learner.excludes?.includes(companyId) ?? false;
const covers = (capacity: MatchCapacity, { starts, ends }: Stay): boolean =>
  (capacity.from === null || capacity.from <= starts) && (capacity.to === null || capacity.to >= ends);
const mayTake = (learner: MatchLearner, capacity: MatchCapacity): boolean =>
  fitsOccupation(learner, capacity) && !isExcluded(learner, capacity) && covers(capacity, learner);

function costOf(learner: MatchLearner, capacity: MatchCapacity): number {
  const wishes = learner.preferences ?? [];
  const rank = wishes.indexOf(capacity.companyId);
  const wish = (rank < 0 ? wishes.length : rank) * costs.wish;
  const elsewhere = Boolean(learner.city && capacity.city && !sameName(learner.city, capacity.city));
  return wish + (elsewhere ? costs.otherCity : 0);
}

/** Who has which place so far, and what is free. */
class Places {
  private readonly learners = new Map<string, MatchLearner[]>();
  private readonly capacityOf = new Map<string, MatchCapacity>();

  constructor(readonly capacities: readonly MatchCapacity[]) {}

  of(learner: MatchLearner): MatchCapacity | undefined {
    return this.capacityOf.get(learner.id);
  }

  at(capacity: MatchCapacity): readonly MatchLearner[] {
    return this.learners.get(capacity.id) ?? [];
  }

  free(capacity: MatchCapacity, stay: Stay): number {
    return capacity.places - peakTaken([...capacity.taken, ...this.at(capacity)], stay.starts, stay.ends);
  }

  give(learner: MatchLearner, capacity: MatchCapacity): void {
    this.take(learner);
    this.capacityOf.set(learner.id, capacity);
    this.learners.set(capacity.id, [...this.at(capacity), learner]);
  }

  take(learner: MatchLearner): void {
    const capacity = this.capacityOf.get(learner.id);
    if (!capacity) return;
    this.capacityOf.delete(learner.id);
    this.learners.set(
      capacity.id,
      this.at(capacity).filter(({ id }) => id !== learner.id),
    );
  }
}

/** Learners of one and the same stay: as many as possible get a place, at the least cost. */
function matchPeriod(learners: readonly MatchLearner[], stay: Stay, places: Places): void {
  const open = places.capacities.filter((capacity) => places.free(capacity, stay) > 0);
  const companies = [...new Set(open.map(({ companyId }) => companyId))];
  const firstCapacity = 1 + learners.length;
  const firstCompany = firstCapacity + open.length;
  const sink = firstCompany + companies.length;
  const network = new FlowNetwork(sink + 1);
  learners.forEach((learner, at) => {
    network.add(0, 1 + at, 1, 0);
    open.forEach((capacity, index) => {
      if (mayTake(learner, capacity)) network.add(1 + at, firstCapacity + index, 1, costOf(learner, capacity));
    });
  });
  companies.forEach((companyId, at) => {
    const own = open.filter((capacity) => capacity.companyId === companyId);
    for (const capacity of own) {
      network.add(firstCapacity + open.indexOf(capacity), firstCompany + at, places.free(capacity, stay), 0);
    }
    // Each further learner at a company costs more than the one before: that spreads them.
    const all = places.capacities.filter((capacity) => capacity.companyId === companyId);
    const there = all.reduce((sum, capacity) => sum + capacity.places - places.free(capacity, stay), 0);
    const free = own.reduce((sum, capacity) => sum + places.free(capacity, stay), 0);
    for (let more = 0; more < free; more += 1)
      network.add(firstCompany + at, sink, 1, costs.sameCompany * (there + more));
  });
  network.run(0, sink);
  learners.forEach((learner, at) => {
    const [node] = network.usedFrom(1 + at);
    const capacity = node === undefined ? undefined : open[node - firstCapacity];
    if (capacity) places.give(learner, capacity);
  });
}

/** Finds a place for a learner by moving others on to other places, each at most once; undone where that leads nowhere. */
function makeRoom(learner: MatchLearner, places: Places, moved: Set<string>): boolean {
  const suitable = places.capacities
    .filter((capacity) => mayTake(learner, capacity))
    .sort((a, b) => costOf(learner, a) - costOf(learner, b));
  const free = suitable.find((capacity) => places.free(capacity, learner) > 0);
  if (free) {
    places.give(learner, free);
    return true;
  }
  for (const capacity of suitable) {
    for (const other of places.at(capacity)) {
      if (moved.has(other.id) || !staysOverlap(other, learner)) continue;
      places.take(other);
      if (places.free(capacity, learner) > 0) {
        moved.add(other.id);
        places.give(learner, capacity);
        if (makeRoom(other, places, moved)) return true;
        places.take(learner);
      }
      places.give(other, capacity);
    }
  }
  return false;
}

function whyUnmatched(learner: MatchLearner, capacities: readonly MatchCapacity[]): UnmatchedReason {
  if (learner.occupation === null) return 'no-occupation';
  const fitting = capacities.filter((capacity) => fitsOccupation(learner, capacity));
  if (fitting.length === 0) return 'no-company-for-occupation';
  const possible = fitting.filter((capacity) => !isExcluded(learner, capacity));
  if (possible.length === 0) return 'all-excluded';
  const covering = possible.filter((capacity) => covers(capacity, learner));
  if (covering.length === 0) return 'not-in-period';
  const untaken = covering.some(({ places, taken }) => places > peakTaken(taken, learner.starts, learner.ends));
  return untaken ? 'too-few-places' : 'all-taken';
}

/**
 * Gives as many learners as possible a place of their occupation for their whole stay, never beyond a capacity; among all
 * such matches it follows wishes, keeps to the city and spreads over companies. The same input gives the same result,
 * whatever its order.
 *
 * Learners of the same dates are matched exactly (maximum flow of least cost). Where stays of different dates overlap, they
 * are matched one after the other and then improved by moving single learners on: always valid, and as a rule the most
 * possible, though that general problem has no fast exact solution.
 */
export function matchLearners(input: {
  learners: readonly MatchLearner[];
  capacities: readonly MatchCapacity[];
}): MatchResult {
  const learners = [...input.learners].sort(byId);
  const places = new Places([...input.capacities].sort(byId));
  const periods = [...new Set(learners.map(({ starts, ends }) => `${starts} ${ends}`))].sort();
  for (const period of periods) {
    const [starts = '', ends = ''] = period.split(' ');
    matchPeriod(
      learners.filter((learner) => learner.starts === starts && learner.ends === ends),
      { starts, ends },
      places,
    );
  }
  for (const learner of learners) {
    if (!places.of(learner)) makeRoom(learner, places, new Set([learner.id]));
  }
  const result: MatchResult = { assignments: [], unmatched: [] };
  for (const learner of input.learners) {
    const capacity = places.of(learner);
    if (capacity)
      result.assignments.push({ learnerId: learner.id, capacityId: capacity.id, companyId: capacity.companyId });
    else result.unmatched.push({ learnerId: learner.id, reason: whyUnmatched(learner, places.capacities) });
  }
  return result;
}
