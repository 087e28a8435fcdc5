/**
 * National public holidays on which nobody works, of the countries that send learners. Regional days are left out, and
 * so are rules that only ever meet a Saturday. Source: date-holidays 3.37 (CC BY 3.0, from Wikipedia and national laws).
 */
export interface HolidayRules {
  /** Days of every year, as month-day. */
  readonly fixed: string;
  /** Days counted from Easter Sunday. */
  readonly easter: readonly number[];
  /** Whether Easter is that of the Julian calendar. */
  readonly orthodox?: boolean;
  /** First such weekday (0 Sunday … 6 Saturday) on or after a day of the year. */
  readonly weekdays?: readonly (readonly [weekday: number, from: string])[];
  /** Fixed days that move to the Monday after when they meet a weekend. */
  readonly substituted?: readonly string[];
}

const nordic = [-3, -2, 0, 1, 39, 49, 50] as const;

export const holidayRules: Readonly<Record<string, HolidayRules>> = {
  AT: { fixed: '01-01 01-06 05-01 08-15 10-26 11-01 12-08 12-25 12-26', easter: [1, 39, 50, 60] },
  BE: { fixed: '01-01 05-01 07-21 08-15 11-01 11-11 12-25', easter: [1, 39, 50] },
  BG: { fixed: '01-01 03-03 05-01 05-06 05-24 09-06 09-22 12-24 12-25', easter: [-2, 0, 1], orthodox: true },
  CY: {
    fixed: '01-01 01-06 03-25 04-01 05-01 08-15 10-01 10-28 12-25 12-26',
    easter: [-47, -2, 0, 1, 49],
    orthodox: true,
  },
  CZ: { fixed: '01-01 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26', easter: [-2, 1] },
  DE: { fixed: '01-01 05-01 10-03 12-25 12-26', easter: [-2, 1, 39, 50] },
  DK: { fixed: '01-01 12-25 12-26', easter: nordic },
  EE: { fixed: '01-01 02-24 05-01 06-23 06-24 08-20 12-24 12-25 12-26', easter: [-2, 0, 49] },
  ES: { fixed: '01-01 01-06 05-01 08-15 10-12 11-01 12-06 12-08 12-25', easter: [-2] },
  FI: { fixed: '01-01 01-06 05-01 12-06 12-25 12-26', easter: [-2, 0, 1, 39, 49] },
  FR: { fixed: '01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25', easter: [1, 39, 50] },
  GR: { fixed: '01-01 01-06 03-25 05-01 08-15 10-28 12-25 12-26', easter: [-48, -2, 0, 1, 49, 50], orthodox: true },
  HR: { fixed: '01-01 01-06 05-01 05-30 06-22 08-05 08-15 11-01 11-18 12-25 12-26', easter: [0, 1, 60] },
  HU: { fixed: '01-01 03-15 05-01 08-20 10-23 11-01 12-25 12-26', easter: [-2, 0, 1, 49, 50] },
  IE: {
    fixed: '01-01 03-17 12-25 12-26',
    easter: [1],
    weekdays: [
      [1, '02-01'],
      [1, '05-01'],
      [1, '06-01'],
      [1, '08-01'],
      [1, '10-25'],
    ],
  },
  IS: {
    fixed: '01-01 05-01 06-17 12-24 12-25 12-26 12-31',
    easter: nordic,
    weekdays: [
      [4, '04-19'],
      [1, '08-01'],
    ],
  },
  IT: { fixed: '01-01 01-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26', easter: [0, 1] },
  LI: { fixed: '01-01 01-06 05-01 09-08 12-08 12-25 12-26', easter: [-2, 1, 39, 40, 50, 60, 61] },
  LT: { fixed: '01-01 02-16 03-11 05-01 06-24 07-06 08-15 11-01 11-02 12-24 12-25 12-26', easter: [0, 1] },
  LU: { fixed: '01-01 05-01 05-09 06-23 08-15 11-01 12-25 12-26', easter: [1, 39, 50] },
  LV: {
    fixed: '01-01 05-01 05-04 06-23 06-24 11-18 12-24 12-25 12-26 12-31',
    easter: [-2, 0, 1],
    substituted: ['05-04', '11-18'],
  },
  MT: { fixed: '01-01 02-10 03-19 03-31 05-01 06-07 06-29 08-15 09-08 09-21 12-08 12-13 12-25', easter: [-2] },
  NL: { fixed: '01-01 04-27 12-25 12-26', easter: [0, 1, 39, 49, 50] },
  NO: { fixed: '01-01 05-01 05-17 12-25 12-26', easter: nordic },
  PL: { fixed: '01-01 01-06 05-01 05-03 08-15 11-01 11-11 12-24 12-25 12-26', easter: [0, 1, 49, 60] },
  PT: { fixed: '01-01 04-25 05-01 06-10 08-15 10-05 11-01 12-01 12-08 12-25', easter: [-2, 0, 60] },
  RO: {
    fixed: '01-01 01-06 01-07 01-24 05-01 06-01 08-15 11-30 12-01 12-25 12-26',
    easter: [-2, 0, 1, 49, 50],
    orthodox: true,
  },
  SE: { fixed: '01-01 01-06 05-01 06-06 12-25 12-26', easter: [-2, 0, 1, 39, 49] },
  SI: { fixed: '01-01 01-02 02-08 04-27 05-01 05-02 06-25 08-15 10-31 11-01 12-25 12-26', easter: [0, 1, 49] },
  SK: { fixed: '01-01 01-06 05-01 07-05 08-29 11-01 12-24 12-25 12-26', easter: [-2, 1] },
};
