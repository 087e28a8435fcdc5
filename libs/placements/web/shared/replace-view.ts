import { agreementAfter, type Replaced, type ReplaceOffer, type ReplaceSubject } from './replace';

interface SubjectAnswer {
  stage: string;
  participant: { firstName?: string | null; lastName?: string | null; occupation: string; minor?: boolean | null };
  placement?: {
    id: string;
    status: string;
    startsOn: string;
    endsOn: string;
    company?: { name: string } | null;
    hostOrganisation?: { id: string } | null;
    tutor?: { name: string } | null;
  } | null;
}

/** The stay that may be replaced; null where nothing is confirmed, or the learner is back. */
export function subjectOf({ stage, participant, placement }: SubjectAnswer): ReplaceSubject | null {
  if (placement?.status !== 'confirmed' || (stage !== 'confirmed' && stage !== 'abroad')) return null;
  return {
    placementId: placement.id,
    name: [participant.firstName, participant.lastName].filter(Boolean).join(' '),
    minor: participant.minor === true,
    occupation: participant.occupation,
    company: placement.company?.name ?? '',
    tutor: placement.tutor?.name ?? null,
    startsOn: placement.startsOn,
    endsOn: placement.endsOn,
    abroad: stage === 'abroad',
    hostId: placement.hostOrganisation?.id ?? null,
  };
}

interface OfferAnswer {
  id: string;
  occupation: string;
  free: number;
  company: {
    name: string;
    town: string;
    managerId?: string | null;
    contacts: readonly { personId: string; name: string; role: string; email?: string | null }[];
  };
}

/** Places with the tutors of their company. */
export const offersOf = (capacities: readonly OfferAnswer[]): ReplaceOffer[] =>
  capacities.map(({ id, occupation, free, company }) => ({
    capacityId: id,
    occupation,
    free,
    company: company.name,
    town: company.town,
    managerId: company.managerId ?? null,
    tutors: company.contacts
      .filter(({ role }) => role === 'companyTutor')
      .map(({ personId, name, email }) => ({ personId, name, email: email ?? null })),
  }));

interface ReplacedAnswer {
  startsOn: string;
  company?: { name: string } | null;
  tutor?: { name: string } | null;
  mobility: { agreement?: { current?: { status: string } | null } | null };
}

/** What the receipt says. */
export const replacedOf = ({ startsOn, company, tutor, mobility }: ReplacedAnswer): Replaced => ({
  company: company?.name ?? '',
  tutor: tutor?.name ?? '',
  from: startsOn,
  agreement: agreementAfter(mobility.agreement?.current?.status),
});
