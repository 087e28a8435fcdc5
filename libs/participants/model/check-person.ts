import { type IsoDay } from '@softmob/processes-model';
import { adultOn, ageOn, isMinorOn } from './age';
import { type PreparedContext } from './check-context';
import { fault } from './findings';
import { type RowReport } from './row-report';

/** Ages at departure beyond which a date of birth is taken for a slip. */
export const plausibleAge = { min: 14, max: 99 } as const;

const departure = (report: RowReport, context: PreparedContext): IsoDay => report.text('startsOn') ?? context.today;

export function checkBirthDate(report: RowReport, context: PreparedContext): void {
  const birthDate = report.text('birthDate');
  if (birthDate === null) return;
  const age = ageOn(birthDate, departure(report, context));
  if (age < plausibleAge.min || age > plausibleAge.max) {
    report.add('birthDate', fault('birthDate.implausible', { value: birthDate, age, ...plausibleAge }));
  }
}

/** Whoever is under 18 now or at departure needs a guardian; a reserve needs one only when promoted. */
export function checkGuardian(
  report: RowReport,
  context: PreparedContext,
  needed: 'guardian.missing' | 'guardian.later',
): void {
  const own = report.text('email');
  if (own !== null && own === report.text('guardianEmail')) {
    report.add('guardianEmail', fault('guardian.sameEmail', { value: own }));
  }
  const birthDate = report.text('birthDate');
  if (birthDate === null) return;
  const minor = isMinorOn(birthDate, context.today) || isMinorOn(birthDate, departure(report, context));
  if (!minor) return;
  for (const field of ['guardianName', 'guardianEmail']) {
    if (report.isEmpty(field)) report.add(field, fault(needed, { adultOn: adultOn(birthDate) }));
  }
}
