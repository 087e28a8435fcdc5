import { type Audience } from '@softmob/access';
import {
  type AgreementContent,
  partiesBefore,
  partiesInTurn,
  type Party,
  partiesOf,
  requiredNow,
  unsigned,
} from '@softmob/learning-model';
import { type Signature } from './agreement.entity';
import { type VersionRow } from './learning.loaders';

type Asked = Pick<VersionRow, 'requiredParties' | 'hasSupporting' | 'hostOrganisationId' | 'companyId' | 'adultOn'>;

/** Whether the participant of a version is a minor on this business date. */
export const isMinorNow = (version: Pick<VersionRow, 'adultOn'>, today: string): boolean => version.adultOn > today;

/** The parties for which somebody of an audience signs a version, whether they have already or not. */
export function signsFor(audience: Audience, version: Asked): Party[] {
  const hostStandsAlone =
    !version.hasSupporting && version.hostOrganisationId !== null && version.hostOrganisationId !== version.companyId;
  if (audience === 'companyTutor' && hostStandsAlone) return [];
  const supporting = version.hasSupporting ? {} : null;
  return partiesOf(audience, {
    requiredParties: version.requiredParties,
    parties: { supporting } as AgreementContent['parties'],
  });
}

/** Events name organisations by what people call them: the company is `hosting` on the document, the host `supporting`. */
export function signedAs(audience: Audience, party: Party): string {
  if (audience === 'companyTutor') return 'company';
  return audience === 'hostCoordinator' ? 'host' : party;
}

const SIGNING: readonly Audience[] = [
  'participant',
  'guardian',
  'sendingCoordinator',
  'companyTutor',
  'hostCoordinator',
];

/** Whose signatures a version asks for, by the names of their events. */
export const signersOf = (version: Asked): string[] =>
  SIGNING.flatMap((audience) => signsFor(audience, version).map((party) => signedAs(audience, party)));

/** The name of the event that tells of a party's signature, whoever brings it. */
export const signedForParty = (version: Asked, party: Party): string => {
  const audience = SIGNING.find((candidate) => signsFor(candidate, version).includes(party));
  return audience ? signedAs(audience, party) : party;
};

const factsOf = (given: readonly Pick<Signature, 'party' | 'contentHash'>[]) =>
  given.map(({ party, contentHash }) => ({ party, hash: contentHash }));

/** Who still has to sign a version, as of this business date. */
export function missingParties(
  version: Asked,
  given: readonly Pick<Signature, 'party' | 'contentHash'>[],
  today: string,
): Party[] {
  const facts = factsOf(given);
  return unsigned(requiredNow(version.requiredParties, facts, isMinorNow(version, today)), facts);
}

type Ordered = Asked & Pick<VersionRow, 'signingOrder'>;
type Given = readonly Pick<Signature, 'party' | 'contentHash'>[];

const orderQuestion = (version: Ordered, given: Given, today: string) => ({
  required: version.requiredParties,
  order: version.signingOrder,
  signatures: factsOf(given),
  minorNow: isMinorNow(version, today),
});

/** The parties whose turn it is to sign a version. */
export const inTurn = (version: Ordered, given: Given, today: string): Party[] =>
  partiesInTurn(orderQuestion(version, given, today));

/** Who signs before a party may; nobody where any order will do. */
export const beforeParty = (party: Party, version: Ordered, given: Given, today: string): Party[] =>
  partiesBefore(party, orderQuestion(version, given, today));
