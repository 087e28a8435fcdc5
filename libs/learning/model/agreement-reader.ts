import { type Audience } from '@softmob/access';
import { type AgreementContent } from './agreement-content';

/** A content cut to what its reader may see, and the paths that were withheld. */
export interface ReaderCopy {
  readonly content: AgreementContent;
  readonly withheld: readonly string[];
}

/**
 * The copy of an agreement that an audience may read. Company and host do not see a guardian's contact data, and a
 * company does not see a date of birth: it sees only whether the learner is a minor. The hash of the agreement is
 * always that of the whole content, so a reader's copy says what it leaves out.
 */
export function copyFor(audience: Audience, content: AgreementContent): ReaderCopy {
  const { participant } = content.parties;
  const withheld: string[] = [];
  let { birthDate, guardian } = participant;
  if (audience === 'companyTutor' && birthDate !== null) {
    birthDate = null;
    withheld.push('parties.participant.birthDate');
  }
  if ((audience === 'companyTutor' || audience === 'hostCoordinator') && guardian !== null) {
    guardian = { name: guardian.name, email: '', phone: '' };
    withheld.push('parties.participant.guardian');
  }
  if (withheld.length === 0) return { content, withheld };
  const parties = { ...content.parties, participant: { ...participant, birthDate, guardian } };
  return { content: { ...content, parties }, withheld };
}
