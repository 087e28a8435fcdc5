import { isBlank, type Locale, OCCUPATIONS, occupationFacts } from '@softmob/learning-model';
import { type Words } from '../shared/types';
import { type Unit } from './units.teacher';

/** The lists of a unit, each line in both languages. */
export const LINE_LISTS = ['knowledge', 'skills', 'responsibilityAndAutonomy', 'tasks'] as const;
export type LineList = (typeof LINE_LISTS)[number];
/** How many lines a list takes. */
export const MOST_LINES = 20;
/** The choice that leads to an occupation typed by hand. */
export const OTHER = 'other';

type Lines = Record<LineList, Words[]>;

/** A unit as it is typed. */
export interface UnitValues extends Lines {
  occupation: string;
  otherOccupation: string;
  eqf: string;
  hours: string;
  iscedF: string;
  title: Words;
  assessment: Words;
}

export const blank = (): Words => ({ en: '', it: '' });
const plain = ({ en, it }: Words): Words => ({ en, it });

/** The occupations to choose from: those with units already. */
export function knownOccupations(units: readonly Pick<Unit, 'occupation'>[]): string[] {
  return [...new Set([...OCCUPATIONS, ...units.map(({ occupation }) => occupation)])].sort();
}

/** What the form begins with: a unit to be edited or copied, else nothing. */
export function valuesOf(unit: Unit | null): UnitValues {
  if (!unit) {
    return {
      ...{ occupation: '', otherOccupation: '', eqf: '', hours: '', iscedF: '', title: blank(), assessment: blank() },
      ...{ knowledge: [blank()], skills: [blank()], responsibilityAndAutonomy: [blank()], tasks: [blank()] },
    };
  }
  const lines = (list: LineList) => (unit[list].length > 0 ? unit[list].map(plain) : [blank()]);
  return {
    ...{ occupation: unit.occupation, otherOccupation: '', eqf: String(unit.eqf), hours: String(unit.hours) },
    ...{ iscedF: unit.iscedF, title: plain(unit.title), assessment: plain(unit.assessment) },
    ...{ knowledge: lines('knowledge'), skills: lines('skills'), tasks: lines('tasks') },
    responsibilityAndAutonomy: lines('responsibilityAndAutonomy'),
  };
}

const trimmed = ({ en, it }: Words): Words => ({ en: en.trim(), it: it.trim() });

/** What is sent: lines that say nothing are left out. */
export function inputOf(values: UnitValues) {
  const { occupation, otherOccupation, eqf, hours, iscedF, title, assessment } = values;
  const lines = (list: LineList) => values[list].filter((line) => !isBlank(line)).map(trimmed);
  const chosen = occupation === OTHER ? otherOccupation.trim().toLowerCase() : occupation;
  return {
    occupation: chosen,
    iscedF: iscedF.trim() || (occupationFacts(chosen)?.iscedF ?? ''),
    ...{ eqf: Number(eqf), hours: Number(hours), title: trimmed(title), assessment: trimmed(assessment) },
    ...{ knowledge: lines('knowledge'), skills: lines('skills'), tasks: lines('tasks') },
    responsibilityAndAutonomy: lines('responsibilityAndAutonomy'),
  };
}

const WHOLE = /^\d{1,4}$/;
const MOST_HOURS = 2_000;

/** The fields that must be mended, each with the key of the message that says how; texts by the reader's language. */
export function faultsOf(values: UnitValues, locale: Locale): Record<string, string> {
  const { occupation, otherOccupation, eqf, hours, iscedF, title, assessment, skills } = values;
  const inHours = WHOLE.test(hours.trim()) && Number(hours) >= 1 && Number(hours) <= MOST_HOURS;
  return Object.fromEntries(
    [
      [isBlank(title), `title.${locale}`, 'title'],
      [!occupation, 'occupation', 'occupation'],
      [occupation === OTHER && !otherOccupation.trim(), 'otherOccupation', 'occupation'],
      [!eqf, 'eqf', 'eqf'],
      [!inHours, 'hours', 'hours'],
      [iscedF.trim() !== '' && !/^\d{2,4}$/.test(iscedF.trim()), 'iscedF', 'iscedF'],
      [skills.every((line) => isBlank(line)), `skills.0.${locale}`, 'skills'],
      [isBlank(assessment), `assessment.${locale}`, 'assessment'],
    ].flatMap(([wrong, path, message]) => (wrong ? [[String(path), String(message)]] : [])),
  );
}
