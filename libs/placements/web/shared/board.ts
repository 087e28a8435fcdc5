/** A learner on the board: as the school knows them, or as a profile without identity. */
export interface BoardLearner {
  /** Of the mobility. */
  id: string;
  /** Of the placement that stands, if any. */
  placementId: string | null;
  /** A name, or what stands for it while the reader may not know it. */
  name: string;
  detail: string;
  occupation: string;
  starts: string;
  ends: string;
  status: 'selected' | 'requested' | 'proposed' | 'confirmed';
  /** The places it takes one of, as stored. */
  capacityId: string | null;
  /** The company as stored, in words. */
  where?: string | undefined;
  /** Why a suggestion found nothing, in words. */
  note?: string | undefined;
}

/** Places of a company, as far as they are free through the flow's whole stay. */
export interface BoardOffer {
  id: string;
  company: string;
  town: string;
  occupation: string;
  places: number;
  /** Free besides what is stored already. */
  free: number;
  /** Whether the places are there for the whole stay. */
  open: boolean;
}

/** What is chosen but not stored yet: places by mobility. */
export type Plan = Readonly<Record<string, string>>;

export type Conflict = 'full' | 'closed' | 'occupation';

/** Where the learner stands, with the plan. */
export const placeOf = (learner: BoardLearner, plan: Plan): string | null => plan[learner.id] ?? learner.capacityId;

/** Places still free at each offer when the plan is carried out; negative where too many are planned. */
export function leftAt(
  learners: readonly BoardLearner[],
  offers: readonly BoardOffer[],
  plan: Plan,
): Map<string, number> {
  const left = new Map(offers.map((offer) => [offer.id, offer.free]));
  const shift = (id: string | null, by: number) => {
    if (id !== null && left.has(id)) left.set(id, (left.get(id) ?? 0) + by);
  };
  for (const learner of learners) {
    const planned = plan[learner.id];
    if (planned === undefined || planned === learner.capacityId) continue;
    shift(learner.capacityId, 1);
    shift(planned, -1);
  }
  return left;
}

const sameOccupation = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** What speaks against this learner at this offer, given how many places would be left there. */
export function conflictsOf(learner: BoardLearner, offer: BoardOffer, left: number): Conflict[] {
  const found: Conflict[] = [];
  if (!offer.open) found.push('closed');
  else if (left < 0) found.push('full');
  if (!sameOccupation(learner.occupation, offer.occupation)) found.push('occupation');
  return found;
}

/** Whether the server would refuse it; another occupation is only a warning. */
export const isRefusal = (conflict: Conflict): boolean => conflict !== 'occupation';

/** Offers for a learner: those of the occupation first, then by free places and name. */
export function offersFor(
  learner: BoardLearner,
  offers: readonly BoardOffer[],
  left: ReadonlyMap<string, number>,
): BoardOffer[] {
  const rank = (offer: BoardOffer) => (sameOccupation(learner.occupation, offer.occupation) ? 0 : 1);
  return [...offers].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      Math.sign(left.get(b.id) ?? 0) - Math.sign(left.get(a.id) ?? 0) ||
      a.company.localeCompare(b.company),
  );
}

/** The plan without what is stored that way already. */
export function changesOf(learners: readonly BoardLearner[], plan: Plan): { mobilityId: string; capacityId: string }[] {
  return learners.flatMap((learner) => {
    const capacityId = plan[learner.id];
    return capacityId !== undefined && capacityId !== learner.capacityId
      ? [{ mobilityId: learner.id, capacityId }]
      : [];
  });
}

/** How many planned choices the server would refuse. */
export function refusalsOf(learners: readonly BoardLearner[], offers: readonly BoardOffer[], plan: Plan): number {
  const left = leftAt(learners, offers, plan);
  return changesOf(learners, plan).filter(({ mobilityId, capacityId }) => {
    const learner = learners.find(({ id }) => id === mobilityId);
    const offer = offers.find(({ id }) => id === capacityId);
    return learner && offer && conflictsOf(learner, offer, left.get(offer.id) ?? 0).some(isRefusal);
  }).length;
}
