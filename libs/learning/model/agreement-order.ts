import { type Party } from './agreement-content';
import { requiredNow, type SignatureFact, unsigned } from './agreement-signing';

/** Learner first, then the family, who takes them, and the school that answers for the whole last. */
export const USUAL_ORDER: readonly Party[] = ['participant', 'guardian', 'hosting', 'supporting', 'sending'];

/** Where a party stands in the order; whoever is not named in it comes after all who are. */
const placeOf = (order: readonly Party[], party: Party): number => {
  const place = order.indexOf(party);
  return place < 0 ? order.length : place;
};

export interface OrderQuestion {
  readonly required: readonly Party[];
  readonly signatures: readonly SignatureFact[];
  /** Under 18 on the business date. */
  readonly minorNow: boolean;
  /** Null where any order will do. */
  readonly order: readonly Party[] | null;
}

/** Who has to sign before this party may; nobody where any order will do. */
export function partiesBefore(party: Party, { required, signatures, minorNow, order }: OrderQuestion): Party[] {
  if (!order) return [];
  const missing = unsigned(requiredNow(required, signatures, minorNow), signatures);
  return missing
    .filter((other) => placeOf(order, other) < placeOf(order, party))
    .sort((a, b) => placeOf(order, a) - placeOf(order, b));
}

/** The parties whose turn it is: all who have not signed, or the next of them where there is an order. */
export function partiesInTurn(question: OrderQuestion): Party[] {
  const { required, signatures, minorNow } = question;
  const missing = unsigned(requiredNow(required, signatures, minorNow), signatures);
  return missing.filter((party) => partiesBefore(party, question).length === 0);
}
