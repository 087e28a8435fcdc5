import { type LocalText } from '@softmob/learning-model';
import { type Rule } from '@softmob/access';
import { type Subject } from './kinds';
import { flowEntries, personEntries, schoolEntries } from './catalogue.data';

/** What a placeholder stands for. A list has one line for each of its entries. */
export type PlaceholderType = 'text' | 'date' | 'number' | 'list';
/** How much a value tells of a person: nothing, who they are, how to reach them, or what the register says. */
export type Sensitivity = 'none' | 'name' | 'contact' | 'civil' | 'learning';

/** A placeholder that templates may use. */
export interface Placeholder {
  readonly path: string;
  readonly type: PlaceholderType;
  readonly label: LocalText;
  /** A value as it could be: the live preview shows it. */
  readonly example: LocalText | readonly LocalText[];
  readonly subjects: readonly Subject[];
  readonly sensitivity: Sensitivity;
  /** The rule of the field itself: whoever may not read it may not get a document that says it. */
  readonly rule: Rule;
}

/** The formats in which each type can be printed, the first unless told. */
export const FORMATS: Readonly<Record<PlaceholderType, readonly string[]>> = {
  text: ['plain', 'upper'],
  date: ['long', 'short', 'year'],
  number: ['plain'],
  list: ['lines', 'inline'],
};

/** Every placeholder there is. Health, diet and bank details are none: a document cannot leave them out for a reader. */
export const CATALOGUE: readonly Placeholder[] = [...personEntries, ...flowEntries, ...schoolEntries];

const byPath = new Map(CATALOGUE.map((entry) => [entry.path, entry]));
export const placeholderAt = (path: string): Placeholder | null => byPath.get(path) ?? null;
/** What can be said about this kind of subject. */
export const placeholdersFor = (subject: Subject): Placeholder[] =>
  CATALOGUE.filter(({ subjects }) => subjects.includes(subject));
