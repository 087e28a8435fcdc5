import { type AgreementContent } from './agreement-content';
import { pathLabel } from './agreement-paths';
import { activityName, CONTACT_ROLE_LABELS, MODE_LABELS, PARTY_LABELS } from './labels';
import { countryName, formatDay, languageName, LOCALES, type Locale, type LocalText, text } from './text';

/** One change between two versions, in words for people. */
export interface AgreementChange {
  /** Path in the content, array members by their key: `units[mec-wiring].hours`. */
  readonly path: string;
  readonly label: LocalText;
  /** Null where it was not there before. */
  readonly before: LocalText | null;
  /** Null where it is gone. */
  readonly after: LocalText | null;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isLocalText = (value: Json | undefined): value is LocalText =>
  isObject(value) && Object.keys(value).length === LOCALES.length && LOCALES.every((locale) => locale in value);

/** What makes a member of a list the same member in two versions. */
function identity(member: Json): string | null {
  if (!isObject(member) || isLocalText(member)) return null;
  if (typeof member['key'] === 'string') return member['key'];
  if (typeof member['week'] === 'number') return String(member['week']);
  return typeof member['name'] === 'string' ? member['name'] : null;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const both = (value: string) => text(value, value);

type Wording = (code: string) => LocalText;

/** Fields that hold codes, and how a person reads them. */
function codeWords(titles: ReadonlyMap<string, LocalText>): Readonly<Record<string, Wording>> {
  const named =
    (name: (code: string, locale: Locale) => string): Wording =>
    (code) =>
      text(name(code, 'en'), name(code, 'it'));
  const labelled =
    (labels: Readonly<Record<string, LocalText>>): Wording =>
    (code) =>
      labels[code] ?? both(code);
  return {
    requiredParties: labelled(PARTY_LABELS),
    role: labelled(CONTACT_ROLE_LABELS),
    mode: labelled(MODE_LABELS),
    activityType: activityName,
    country: named(countryName),
    language: named(languageName),
    unitKeys: (key) => titles.get(key) ?? both(key),
  };
}

/** A value in words: names for objects and codes, lines for lists, dates written out. */
function words(value: Json | undefined, wording?: Wording): LocalText | null {
  if (value === undefined || value === null || value === '') return null;
  if (isLocalText(value)) return value.en === '' && value.it === '' ? null : value;
  if (typeof value === 'boolean') return value ? text('Yes', 'Sì') : text('No', 'No');
  if (isArray(value)) {
    const lines = value.map((member) => words(member, wording)).filter((line) => line !== null);
    return lines.length === 0 ? null : text(lines.map(({ en }) => en).join('\n'), lines.map(({ it }) => it).join('\n'));
  }
  if (isObject(value)) return words(value['title'] ?? value['name'] ?? value['activities']);
  if (typeof value === 'string' && DATE.test(value)) return text(formatDay(value, 'en'), formatDay(value, 'it'));
  return wording ? wording(String(value)) : both(String(value));
}

const same = (a: LocalText | null, b: LocalText | null) => a?.en === b?.en && a?.it === b?.it;

interface Difference {
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

function members(list: readonly Json[]): Map<string, Json> | null {
  const keyed = list.map((member) => [identity(member), member] as const);
  return keyed.every((entry): entry is readonly [string, Json] => entry[0] !== null) ? new Map(keyed) : null;
}

function compareLists(path: string, before: readonly Json[], after: readonly Json[]): Difference[] {
  const was = members(before);
  const is = members(after);
  if (!was || !is || was.size !== before.length || is.size !== after.length) return [{ path, before, after }];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  return keys.flatMap((key) => compare(`${path}[${key}]`, was.get(key), is.get(key)));
}

function compare(path: string, before: Json | undefined, after: Json | undefined): Difference[] {
  if (isArray(before) && isArray(after)) return compareLists(path, before, after);
  if (!isObject(before) || !isObject(after) || isLocalText(before) || isLocalText(after))
    return [{ path, before, after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => compare(path === '' ? key : `${path}.${key}`, before[key], after[key]));
}

/**
 * What changed from one content to another, in the order of the document. Empty when they say the same. The mobility ID
 * is no change: it is filled in later and not signed.
 */
export function diffContent(before: AgreementContent, after: AgreementContent): AgreementChange[] {
  const titles = new Map([...before.units, ...after.units].map((unit) => [unit.key, unit.title]));
  const wordings = codeWords(titles);
  return compare('', before as Json, after as Json)
    .filter(({ path }) => path !== 'header.mobilityId')
    .map(({ path, before: was, after: is }) => {
      const wording = wordings[path.slice(path.lastIndexOf('.') + 1)];
      return { path, label: pathLabel(path, titles), before: words(was, wording), after: words(is, wording) };
    })
    .filter((change) => !same(change.before, change.after));
}
