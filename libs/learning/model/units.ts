import { type Occupation, occupationFacts } from './occupations';
import { type LocalText, text } from './text';
import { COOK_EQF3 } from './units/cook-eqf3';
import { COOK_EQF4 } from './units/cook-eqf4';
import { HAIRDRESSER_EQF3 } from './units/hairdresser-eqf3';
import { HAIRDRESSER_EQF4 } from './units/hairdresser-eqf4';
import { HEALTHCARE_EQF3 } from './units/healthcare-eqf3';
import { HEALTHCARE_EQF4 } from './units/healthcare-eqf4';
import { MECHATRONICS_EQF3 } from './units/mechatronics-eqf3';
import { MECHATRONICS_EQF4 } from './units/mechatronics-eqf4';
import { type UnitSource, type UnitText } from './units/unit-source';

/** A unit of learning outcomes as shipped: what can be learnt in the workplace, and how that is shown. */
export interface LearningUnit {
  /** Stable for ever: agreements and assessments refer to it. */
  readonly key: string;
  readonly occupation: Occupation;
  readonly esco: string;
  readonly iscedF: string;
  readonly eqf: number;
  /** Suggested hours in the workplace. */
  readonly hours: number;
  /** The unit with which every stay begins: induction and safety. */
  readonly core: boolean;
  readonly title: LocalText;
  readonly knowledge: readonly LocalText[];
  readonly skills: readonly LocalText[];
  readonly responsibilityAndAutonomy: readonly LocalText[];
  readonly assessment: LocalText;
  /** Workplace tasks through which the outcomes are reached, in order. */
  readonly tasks: readonly LocalText[];
  readonly origin: LocalText;
}

/** Where the shipped units come from: said on every screen that offers them. */
const UNIT_ORIGIN = text(
  'Example written for SoftMob, ECVET pattern',
  'Esempio scritto per SoftMob, secondo il modello ECVET',
);

function pair(source: UnitSource, part: 'knowledge' | 'skills' | 'autonomy' | 'tasks'): LocalText[] {
  return source.en[part].map((en, index) => text(en, source.it[part][index] ?? ''));
}

const single = (source: UnitSource, part: keyof Pick<UnitText, 'title' | 'assessment'>): LocalText =>
  text(source.en[part], source.it[part]);

function build(occupation: Occupation, sources: readonly UnitSource[]): LearningUnit[] {
  const facts = occupationFacts(occupation);
  return sources.map((source) => ({
    key: source.key,
    occupation,
    esco: facts?.esco ?? '',
    iscedF: facts?.iscedF ?? '',
    eqf: source.eqf,
    hours: source.hours,
    core: source.core ?? false,
    title: single(source, 'title'),
    knowledge: pair(source, 'knowledge'),
    skills: pair(source, 'skills'),
    responsibilityAndAutonomy: pair(source, 'autonomy'),
    assessment: single(source, 'assessment'),
    tasks: pair(source, 'tasks'),
    origin: UNIT_ORIGIN,
  }));
}

/** The shipped units of learning outcomes, by occupation, in the order in which they are learnt. */
export const LEARNING_UNITS: readonly LearningUnit[] = [
  ...build('mechatronics assembler', [...MECHATRONICS_EQF3, ...MECHATRONICS_EQF4]),
  ...build('cook', [...COOK_EQF3, ...COOK_EQF4]),
  ...build('hairdresser', [...HAIRDRESSER_EQF3, ...HAIRDRESSER_EQF4]),
  ...build('healthcare assistant', [...HEALTHCARE_EQF3, ...HEALTHCARE_EQF4]),
];

const BY_KEY = new Map(LEARNING_UNITS.map((unit) => [unit.key, unit]));

/** The shipped unit of a key; undefined for an organisation's own. */
export const unitByKey = (key: string): LearningUnit | undefined => BY_KEY.get(key);

/** The shipped units of an occupation up to an EQF level. */
export function unitsFor(occupation: string, eqf: number): readonly LearningUnit[] {
  return LEARNING_UNITS.filter((unit) => unit.occupation === occupation && unit.eqf <= eqf);
}

export interface UnitWish {
  /** ESCO occupation name, as the cohort states it. */
  readonly occupation: string;
  /** The learner's EQF level: no unit above it is chosen. */
  readonly eqf: number;
  /** Hours in the workplace over the whole stay. */
  readonly hours: number;
}

const GAP_PER_HOUR = 2;
const OVERRUN_PER_HOUR = 3;
const BELOW_LEVEL = 9;
const FEW_UNITS = 3;

/** The lower the better: hours missed or overrun, units below the learner's level, a set too small to be a programme. */
function misfit(units: readonly LearningUnit[], wish: UnitWish): number {
  const hours = units.reduce((sum, unit) => sum + unit.hours, 0);
  const gap = wish.hours - hours;
  const below = units.filter((unit) => !unit.core && unit.eqf < wish.eqf).length;
  return (
    (gap >= 0 ? gap * GAP_PER_HOUR : -gap * OVERRUN_PER_HOUR) +
    below * BELOW_LEVEL +
    Math.max(0, FEW_UNITS - units.length) * BELOW_LEVEL
  );
}

/**
 * The set of units that fits best: always the core unit, then whatever comes nearest to the hours at the learner's
 * own level. Every set is weighed (at most 2^9 of them); the first in catalogue order wins a tie. Empty for an
 * occupation without shipped units.
 */
export function chooseUnits(wish: UnitWish): readonly LearningUnit[] {
  const eligible = unitsFor(wish.occupation, wish.eqf);
  const core = eligible.filter((unit) => unit.core);
  const others = eligible.filter((unit) => !unit.core);
  let best: readonly LearningUnit[] = core;
  for (let mask = 1; mask < 2 ** others.length; mask += 1) {
    const candidate = [...core, ...others.filter((_, index) => (mask & (1 << index)) !== 0)];
    if (misfit(candidate, wish) < misfit(best, wish)) best = candidate;
  }
  return best;
}
