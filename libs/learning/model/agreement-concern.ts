import { type AgreementContent, type Party, PARTIES } from './agreement-content';
import { diffContent } from './agreement-diff';

const FAMILY = ['participant', 'guardian'] as const;
const LEARNING: readonly Party[] = [...FAMILY, 'sending', 'hosting'];
const CARE: readonly Party[] = [...FAMILY, 'sending', 'supporting'];
const HOME: readonly Party[] = [...FAMILY, 'sending'];

/**
 * Whom a change concerns, by the place that it changes; the longest that fits counts. What is done and learnt concerns
 * those who do, teach and recognise it; help in daily life those who give and get it; a party's own data that party and
 * the school, which keeps the agreement. What is not named here concerns everybody.
 */
const CONCERNED: readonly (readonly [place: string, parties: readonly Party[]])[] = [
  ['header', ['sending']],
  ['parties.participant', HOME],
  ['parties.sending', ['sending']],
  ['parties.sending.name', PARTIES],
  ['parties.hosting', ['sending', 'hosting']],
  ['parties.hosting.name', PARTIES],
  ['parties.supporting', ['sending', 'supporting']],
  ['parties.supporting.name', CARE],
  ['context', LEARNING],
  ['context.start', PARTIES],
  ['context.end', PARTIES],
  ['context.days', PARTIES],
  ['context.workplace', PARTIES],
  ['context.classYear', HOME],
  ['context.qualification', HOME],
  ['context.programme', HOME],
  ['context.isced', HOME],
  ['units', LEARNING],
  ['tasks', LEARNING],
  ['virtual', LEARNING],
  ['preparation', HOME],
  ['monitoring', LEARNING],
  ['monitoring.sendingMonitor', ['sending', ...FAMILY]],
  ['support.before', HOME],
  ['support.after', HOME],
  ['support.during', CARE],
  ['support.accompanying', CARE],
  ['assessment', LEARNING],
  ['recognition', HOME],
];

const within = (path: string, place: string): boolean =>
  path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`);

/** Whom a change at a place of the agreement concerns, such as `units[mec-wiring].hours`. */
export function concernedBy(path: string): readonly Party[] {
  const fitting = CONCERNED.filter(([place]) => within(path, place));
  return fitting.sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? PARTIES;
}

/**
 * Who signs an amendment: of the parties of the agreement those whom a change concerns, whoever is newly a party, and
 * always the school, which proposes it. All of them where there is nothing in force to compare with, or no difference.
 */
export function concernedParties(before: AgreementContent | null, after: AgreementContent): Party[] {
  const all = after.requiredParties;
  if (!before) return all;
  const changes = diffContent(before, after).filter(({ path }) => !within(path, 'requiredParties'));
  const fresh = all.filter((party) => !before.requiredParties.includes(party));
  if (changes.length === 0 && fresh.length === 0) return all;
  const concerned = new Set<Party>(['sending', ...fresh, ...changes.flatMap(({ path }) => concernedBy(path))]);
  return all.filter((party) => concerned.has(party));
}
