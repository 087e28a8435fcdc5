/** The parts of a grant agreement number; `field` is null in those of 2014 to 2020. */
export interface GrantAgreementNumber {
  /** The number as it is written officially. */
  number: string;
  callYear: number;
  round: number;
  /** National agency, for example IT03. */
  agency: string;
  action: string;
  field: string | null;
  serial: string;
}

// Sources: dictionary of the Commission's open data on KA1 mobilities; confidence high.
const since2021 = /^(20\d\d)-([123])-([A-Z]{2}\d{2})-(KA\d{3})-(VET|SCH|ADU|HED|YOU|SPO)-(\d{9})$/;
const until2020 = /^(20\d\d)-([123])-([A-Z]{2}\d{2})-(KA\d{3})-(\d{6})$/;

/** Reads a number such as 2026-1-IT03-KA121-VET-000123456; spaces, case and kinds of dashes do not matter. Null where it is none. */
export function parseGrantAgreementNumber(text: string): GrantAgreementNumber | null {
  const number = text
    .replace(/\s/g, '')
    .replace(/[‐-―−]/g, '-')
    .toUpperCase();
  const [, year, round, agency, action, ...rest] = since2021.exec(number) ?? until2020.exec(number) ?? [];
  if (year === undefined || agency === undefined || action === undefined) return null;
  const serial = rest.at(-1) ?? '';
  const field = rest.length === 2 ? (rest[0] ?? null) : null;
  return { number, callYear: Number(year), round: Number(round), agency, action, field, serial };
}
