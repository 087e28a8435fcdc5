import { type Ctx, type FieldFault, validation } from '@softmob/api-kit';
import { describeRuleFinding, type RuleFinding } from '@softmob/projects-model';

/** The field at which each kind of finding is shown. */
const FIELDS: Readonly<Record<string, string>> = {
  'dates.form': 'startsOn',
  'dates.reversed': 'endsOn',
  'dates.beforeCall': 'startsOn',
  'project.short': 'endsOn',
  'project.long': 'endsOn',
  'number.form': 'agreementNumber',
  'number.otherCall': 'agreementNumber',
  'number.otherAction': 'agreementNumber',
  'activity.notInCall': 'activityType',
  'activity.notInAction': 'activityType',
};

/** The reader's language, as far as the rules speak it. */
export const localeOf = (ctx: Ctx): 'en' | 'it' => (ctx.request.locale === 'it' ? 'it' : 'en');

function faultOf(ctx: Ctx, finding: RuleFinding, fallback: string): FieldFault {
  return {
    path: FIELDS[finding.code] ?? fallback,
    code: finding.code
      .replace(/[.]/g, '_')
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .toUpperCase(),
    message: `${describeRuleFinding(finding, localeOf(ctx))}.`,
    params: finding.params,
  };
}

/**
 * Refuses what breaks a rule of the programme, in the reader's language; warnings and notices let through.
 * @throws VALIDATION naming field and fault
 */
export function refuseRuleErrors(ctx: Ctx, findings: readonly RuleFinding[], fallback = 'endsOn'): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw validation(errors.map((finding) => faultOf(ctx, finding, fallback)));
}
