/** One language of a unit. Lists of the two languages run in parallel, line by line. */
export interface UnitText {
  readonly title: string;
  readonly knowledge: readonly string[];
  readonly skills: readonly string[];
  readonly autonomy: readonly string[];
  readonly assessment: string;
  readonly tasks: readonly string[];
}

/** A unit as it is written down: level, hours, and the same text in two languages. */
export interface UnitSource {
  readonly key: string;
  readonly eqf: 3 | 4;
  readonly hours: number;
  readonly core?: boolean;
  readonly en: UnitText;
  readonly it: UnitText;
}
