import { type AgreementContact, type AgreementContent } from './agreement-content';
import { type LocalText } from './text';

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** A name where it stands by itself, not as a part of another word. */
const whole = (name: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');

/** Every text below a value with the names replaced, the longest first so that none hides another. */
function renamed<Value>(value: Value, names: readonly (readonly [string, string])[]): Value {
  const rename = (json: Json): Json => {
    if (typeof json === 'string') return names.reduce((text, [from, to]) => text.replace(whole(from), () => to), json);
    if (Array.isArray(json)) return json.map((member: Json) => rename(member));
    if (typeof json !== 'object' || json === null) return json;
    return Object.fromEntries(Object.entries(json).map(([key, member]) => [key, rename(member)]));
  };
  return rename(value as Json) as Value;
}

const isOf = (contacts: readonly AgreementContact[]) => {
  const addresses = new Set(contacts.flatMap(({ name, email }) => [name, email].filter(Boolean)));
  return (contact: AgreementContact) => addresses.has(contact.name) || addresses.has(contact.email);
};

/** Whom to call: the former company's people make way for those of the new one, everybody else stays. */
function emergencyOf(former: AgreementContent, fresh: AgreementContent): AgreementContact[] {
  const kept = former.support.emergency.filter((contact) => !isOf(former.parties.hosting.contacts)(contact));
  const known = isOf(kept);
  const added = fresh.support.emergency.filter(
    (contact) => isOf(fresh.parties.hosting.contacts)(contact) && !known(contact),
  );
  return [...kept, ...added];
}

/**
 * The same agreement at another company. What is learnt, when, and every text written by hand stay; the hosting party,
 * its people, the place of work and who signs come from `fresh`, composed from the facts as they stand now. Where a text
 * names the former company or its mentor, it names the new one.
 */
export function moveContent(former: AgreementContent, fresh: AgreementContent): AgreementContent {
  const names = (
    [
      [former.parties.hosting.name, fresh.parties.hosting.name],
      [former.monitoring.mentor.name, fresh.monitoring.mentor.name],
    ] as const
  )
    .filter(([from, to]) => from !== '' && to !== '' && from !== to)
    .sort(([a], [b]) => b.length - a.length);
  const say = (text: LocalText): LocalText => renamed(text, names);
  const { monitoring, support, assessment, parties, context } = former;
  return {
    ...former,
    header: fresh.header,
    parties: { ...parties, participant: fresh.parties.participant, hosting: fresh.parties.hosting },
    context: { ...context, workplace: fresh.context.workplace },
    preparation: say(former.preparation),
    monitoring: { ...monitoring, mentor: fresh.monitoring.mentor, howOften: say(monitoring.howOften) },
    support: {
      ...support,
      before: say(support.before),
      during: say(support.during),
      after: say(support.after),
      emergency: emergencyOf(former, fresh),
    },
    assessment: renamed(assessment, names),
    recognition: renamed(former.recognition, names),
    requiredParties: fresh.requiredParties,
  };
}
