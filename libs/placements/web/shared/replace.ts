/** The stay that cannot go on, as school or host know it. */
export interface ReplaceSubject {
  placementId: string;
  name: string;
  minor: boolean;
  occupation: string;
  company: string;
  tutor: string | null;
  startsOn: string;
  endsOn: string;
  /** Whether the learner has left: before that the new company takes over from the first day. */
  abroad: boolean;
  /** The host organisation, if any: the new company is one of its own. */
  hostId: string | null;
}

/** Places of a company from the chosen day to the end of the stay. */
export interface ReplaceOffer {
  capacityId: string;
  company: string;
  town: string;
  occupation: string;
  free: number;
  managerId: string | null;
  tutors: readonly { personId: string; name: string; email: string | null }[];
}

/** How the learning agreement stands afterwards, and who takes over when. */
export interface Replaced {
  company: string;
  tutor: string;
  from: string;
  agreement: 'open' | 'draft' | 'none';
}

/** The agreement as it was answered with the change. A host does not see a draft. */
export const agreementAfter = (status: string | null | undefined): Replaced['agreement'] =>
  status === 'open' || status === 'draft' ? status : 'none';

/** Whether only the first day of the stay can be chosen. */
export const startsWhole = ({ abroad, startsOn }: ReplaceSubject, today: string): boolean =>
  !abroad || today < startsOn;

/** The day to begin with: today, as far as the stay allows it. */
export function firstDay(subject: ReplaceSubject, today: string): string {
  if (startsWhole(subject, today)) return subject.startsOn;
  return today > subject.endsOn ? subject.endsOn : today;
}

/** Companies of the same host with a free place until the end, those of the learner's occupation first. */
export function offersLeft(subject: ReplaceSubject, offers: readonly ReplaceOffer[]): ReplaceOffer[] {
  const same = (offer: ReplaceOffer) => offer.occupation.toLowerCase() === subject.occupation.toLowerCase();
  return offers
    .filter((offer) => offer.free > 0 && offer.managerId === subject.hostId && offer.company !== subject.company)
    .sort((a, b) => Number(same(b)) - Number(same(a)));
}
