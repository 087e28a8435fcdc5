import { type IsoDay, isoDay } from '@softmob/processes-model';

const birthday = (birthDate: IsoDay, age: number): IsoDay => {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  return isoDay(year + age, month, day) ?? `${String(year + age)}-03-01`;
};

/**
 * The day on which a person comes of age (18). Who is born on 29 February does so on 1 March of a common year:
 * the later of the two possible days, so that nobody loses a guardian's protection too early.
 */
export function adultOn(birthDate: IsoDay): IsoDay {
  return birthday(birthDate, 18);
}

/** Whether the person is under 18 on that day; on the eighteenth birthday no longer. */
export function isMinorOn(birthDate: IsoDay, day: IsoDay): boolean {
  return day < adultOn(birthDate);
}

/** Full years of life on that day; negative before the birth. */
export function ageOn(birthDate: IsoDay, day: IsoDay): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day < birthday(birthDate, years) ? years - 1 : years;
}
