/** An error keeps the row out until it is mended; a warning lets it in; a notice tells how something was understood. */
export type Severity = 'error' | 'warning' | 'notice';

/** What to do about a finding; each has its words in the messages. */
export type MendCode =
  | 'fill-in'
  | 'match-column'
  | 'correct-email'
  | 'use-own-email'
  | 'use-own-number'
  | 'remove-row'
  | 'write-date'
  | 'correct-date'
  | 'check-date-order'
  | 'check-birth-date'
  | 'add-guardian'
  | 'use-guardian-email'
  | 'write-country'
  | 'write-isced'
  | 'write-eqf'
  | 'choose-occupation'
  | 'write-level'
  | 'write-language'
  | 'correct-stay'
  | 'justify-stay'
  | 'choose-flow'
  | 'align-flow'
  | 'choose-host'
  | 'check-phone'
  | 'write-yes-no'
  | 'write-number'
  | 'choose-value'
  | 'shorten'
  | 'write-oid'
  | 'save-utf8'
  | 'nothing';

/** Every finding with its severity and its mend. */
export const findingKinds = {
  'column.missing': ['error', 'match-column'],
  'value.missing': ['error', 'fill-in'],
  'email.form': ['error', 'correct-email'],
  'email.duplicate': ['error', 'use-own-email'],
  'email.taken': ['error', 'use-own-email'],
  'studentNo.duplicate': ['error', 'use-own-number'],
  'row.duplicate': ['error', 'remove-row'],
  'date.form': ['error', 'write-date'],
  'date.none': ['error', 'correct-date'],
  'date.ambiguous': ['notice', 'check-date-order'],
  'birthDate.implausible': ['error', 'check-birth-date'],
  'guardian.missing': ['error', 'add-guardian'],
  'guardian.later': ['warning', 'add-guardian'],
  'guardian.sameEmail': ['error', 'use-guardian-email'],
  'country.unknown': ['error', 'write-country'],
  'isced.unknown': ['error', 'write-isced'],
  'isced.restored': ['notice', 'nothing'],
  'eqf.range': ['error', 'write-eqf'],
  'occupation.unknown': ['warning', 'choose-occupation'],
  'languageLevel.unknown': ['error', 'write-level'],
  'language.unknown': ['warning', 'write-language'],
  'stay.reversed': ['error', 'correct-stay'],
  'stay.short': ['error', 'correct-stay'],
  'stay.shortJustified': ['warning', 'justify-stay'],
  'stay.long': ['error', 'correct-stay'],
  'period.reversed': ['error', 'correct-stay'],
  'flow.unknown': ['error', 'choose-flow'],
  'flow.undecided': ['error', 'choose-flow'],
  'flow.found': ['notice', 'nothing'],
  'flow.otherDates': ['warning', 'align-flow'],
  'flow.outside': ['error', 'align-flow'],
  'flow.otherCountry': ['error', 'align-flow'],
  'flow.otherHost': ['warning', 'align-flow'],
  'host.unknown': ['error', 'choose-host'],
  'phone.form': ['warning', 'check-phone'],
  'yesNo.unknown': ['error', 'write-yes-no'],
  'number.form': ['error', 'write-number'],
  'choice.unknown': ['error', 'choose-value'],
  'text.long': ['error', 'shorten'],
  'text.garbled': ['warning', 'save-utf8'],
  'oid.form': ['error', 'write-oid'],
} as const satisfies Record<string, readonly [Severity, MendCode]>;

export type FindingCode = keyof typeof findingKinds;
export type FindingParams = Readonly<Record<string, string | number>>;

/** What was noticed in one cell, without its place. */
export interface Fault {
  code: FindingCode;
  params: FindingParams;
  /** Values that would do instead, nearest first. */
  offers: readonly string[];
}

/** What was noticed where, how grave it is and what mends it. */
export interface Finding extends Fault {
  /** Row of the spreadsheet, 1-based, header included. */
  row: number;
  /** The column's header as the file writes it; null where the file has no such column. */
  column: string | null;
  field: string;
  severity: Severity;
  mend: MendCode;
}

export function fault(code: FindingCode, params: FindingParams = {}, offers: readonly string[] = []): Fault {
  return { code, params, offers };
}

/** A fault at its place, with the severity and the mend of its kind. */
export function findingAt(
  place: { row: number; column: string | null; field: string },
  { code, params, offers }: Fault,
): Finding {
  const [severity, mend] = findingKinds[code];
  return { ...place, code, params, offers, severity, mend };
}
