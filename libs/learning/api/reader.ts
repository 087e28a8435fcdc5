import { type Actor, may, policy } from '@softmob/access';
import { type AgreementChange, type AgreementContent, copyFor, diffContent } from '@softmob/learning-model';
import { type ParticipantRow } from '@softmob/participants-api';
import { type ContentRow } from './learning.loaders';

/** What a reader gets of an agreement, and which places were left out. */
export interface ReaderContent {
  readonly content: AgreementContent;
  readonly withheld: readonly string[];
}

type Learner = AgreementContent['parties']['participant'];

/** The same rules that guard a participant's own fields guard their copy in the agreement. */
function learnerFor(
  actor: Actor,
  learner: Learner,
  participant: ParticipantRow | null,
  withheld: Set<string>,
): Learner {
  const rules = policy.participants;
  const hidden = (rule: typeof rules.readCivil) => !participant || !may(rule, actor, participant);
  const cut: Learner = { ...learner };
  const leaveOut = (path: string) => withheld.add(`parties.participant.${path}`);
  if (cut.birthDate !== null && hidden(rules.readCivil)) {
    cut.birthDate = null;
    leaveOut('birthDate');
  }
  if ((cut.email || cut.phone) && hidden(rules.readContact)) {
    cut.email = '';
    cut.phone = '';
    leaveOut('contact');
  }
  if (cut.guardian && (cut.guardian.email || cut.guardian.phone)) {
    const guardian = {
      name: cut.guardian.name,
      email: hidden(rules.readGuardianMail) ? '' : cut.guardian.email,
      phone: hidden(rules.readGuardian) ? '' : cut.guardian.phone,
    };
    if (guardian.email !== cut.guardian.email || guardian.phone !== cut.guardian.phone) leaveOut('guardian');
    cut.guardian = guardian;
  }
  return cut;
}

/** The copy of a content that this reader may see, with the mobility ID as it is known today. */
export function contentFor(
  actor: Actor,
  content: AgreementContent,
  bmId: string | null,
  participant: ParticipantRow | null,
): ReaderContent {
  const copy = copyFor(actor.audience, content);
  const withheld = new Set(copy.withheld);
  const learner = learnerFor(actor, copy.content.parties.participant, participant, withheld);
  return {
    content: {
      ...copy.content,
      header: { ...copy.content.header, mobilityId: bmId ?? copy.content.header.mobilityId },
      parties: { ...copy.content.parties, participant: learner },
    },
    withheld: [...withheld],
  };
}

const PRIVATE = ['birthDate', 'contact', 'guardian'] as const;

/**
 * The copy that every party may have, now and later: without the learner's date of birth and contact data and those of
 * the guardian. It is the one that is sealed, since there is one sealed document for all.
 */
export function copyForAll(content: AgreementContent, bmId: string | null): ReaderContent {
  const { participant } = content.parties;
  const { guardian } = participant;
  const learner: Learner = {
    ...participant,
    ...{ birthDate: null, email: '', phone: '' },
    guardian: guardian && { name: guardian.name, email: '', phone: '' },
  };
  return {
    content: {
      ...content,
      header: { ...content.header, mobilityId: bmId ?? content.header.mobilityId },
      parties: { ...content.parties, participant: learner },
    },
    withheld: PRIVATE.filter((part) => part !== 'guardian' || guardian).map((part) => `parties.participant.${part}`),
  };
}

/** The version before, where every party may compare with it. */
export const comparableForAll = (row: ContentRow): ContentRow['before'] => {
  const { before } = row;
  return before?.companyId === row.companyId && before.hostOrganisationId === row.hostOrganisationId ? before : null;
};

const HOSTS: readonly string[] = ['companyTutor', 'hostCoordinator'];

/** The version before, where this reader may compare with it: another company's agreement is none of theirs. */
export function beforeFor(actor: Actor, row: ContentRow): ContentRow['before'] {
  return HOSTS.includes(actor.audience) ? comparableForAll(row) : row.before;
}

/** What this version changes against the one that was in force before; null where there is none to compare with. */
export function changesFor(
  actor: Actor,
  row: ContentRow,
  participant: ParticipantRow | null,
): AgreementChange[] | null {
  const before = beforeFor(actor, row);
  if (!before) return null;
  const copy = (content: AgreementContent) => contentFor(actor, content, row.bmId, participant).content;
  return diffContent(copy(before.content), copy(row.content));
}
