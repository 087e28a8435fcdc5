import { type Audience } from '@softmob/access';
import { type AgreementContent } from './agreement-content';

/** A content cut to what its reader may see, and the paths that were withheld. */
export interface ReaderCopy {
  readonly content: AgreementContent;
  readonly withheld: readonly string[];
}

const WITHOUT_BIRTH_DATE: readonly Audience[] = ['companyTutor', 'sendingTeacher'];
const WITHOUT_GUARDIAN_CONTACT: readonly Audience[] = ['companyTutor', 'hostCoordinator'];

/**
 * The copy of an agreement that an audience may read. Company and teacher do not see the date of birth, only whether
 * the learner is a minor; company and host do not see a guardian's contact data. The hash of the agreement is always
 * that of the whole content, so a reader's copy says what it leaves out.
 */
export function copyFor(audience: Audience, content: AgreementContent): ReaderCopy {
  const { participant } = content.parties;
  const withheld: string[] = [];
  let { birthDate, guardian } = participant;
  if (WITHOUT_BIRTH_DATE.includes(audience) && birthDate !== null) {
    birthDate = null;
    withheld.push('parties.participant.birthDate');
  }
  if (WITHOUT_GUARDIAN_CONTACT.includes(audience) && guardian !== null) {
    guardian = { name: guardian.name, email: '', phone: '' };
    withheld.push('parties.participant.guardian');
  }
  if (withheld.length === 0) return { content, withheld };
  const parties = { ...content.parties, participant: { ...participant, birthDate, guardian } };
  return { content: { ...content, parties }, withheld };
}
