import { addDays, type IsoDay, isIsoDay } from '@softmob/processes-model';
import { type ActivityCode } from './activity-types.data';
import { parseGrantAgreementNumber } from './grant-agreement-number';
import { type ProjectAction, type ProjectRule, projectRules } from './project-rules.data';
import { type RuleFinding, ruleFinding } from './rule-findings';

/** The activity types that an action funds. */
export function activitiesOf(action: ProjectAction): readonly ActivityCode[] {
  return projectRules[action].activities;
}

/** Whether the action funds the activity. */
export function checkActivity(action: ProjectAction, activity: ActivityCode): RuleFinding[] {
  return activitiesOf(action).includes(activity) ? [] : [ruleFinding('activity.notInAction', { action })];
}

/** Calendar months from the first to the last day, both included: full ones, and with a begun one. */
export function monthsOfProject(startsOn: IsoDay, endsOn: IsoDay): { full: number; begun: number } {
  const after = addDays(endsOn, 1);
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = startsOn.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = after.split('-').map(Number);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return { full: toDay < fromDay ? months - 1 : months, begun: toDay > fromDay ? months + 1 : months };
}

export interface ProjectFacts {
  action: ProjectAction;
  callYear: number;
  startsOn: IsoDay;
  endsOn: IsoDay;
  /** Without accompanying persons and preparatory visits. */
  participants?: number;
  grantAgreementNumber?: string | null;
}

function checkMonths(facts: ProjectFacts, rule: ProjectRule): RuleFinding[] {
  const { action, startsOn, endsOn, callYear } = facts;
  const unreadable = [startsOn, endsOn].filter((day) => !isIsoDay(day));
  if (unreadable.length > 0) return unreadable.map((value) => ruleFinding('dates.form', { value }));
  if (endsOn < startsOn) return [ruleFinding('dates.reversed', { from: startsOn, to: endsOn })];
  const { full, begun } = monthsOfProject(startsOn, endsOn);
  const findings =
    startsOn < `${String(callYear)}-01-01` ? [ruleFinding('dates.beforeCall', { from: startsOn, callYear })] : [];
  const { minMonths: min, maxMonths: max, initialMonths: initial } = rule;
  if (full < min) return [...findings, ruleFinding('project.short', { months: full, min, action })];
  if (begun > max) return [...findings, ruleFinding('project.long', { months: begun, max, action })];
  if (initial !== null && begun > initial)
    findings.push(ruleFinding('project.extended', { months: begun, initial, action }));
  return findings;
}

function checkNumber({ grantAgreementNumber, callYear, action }: ProjectFacts): RuleFinding[] {
  if (!grantAgreementNumber) return [];
  const parsed = parseGrantAgreementNumber(grantAgreementNumber);
  if (!parsed) return [ruleFinding('number.form', { value: grantAgreementNumber })];
  const findings: RuleFinding[] = [];
  if (parsed.callYear !== callYear)
    findings.push(ruleFinding('number.otherCall', { found: parsed.callYear, callYear }));
  const found = parsed.field === null ? parsed.action : `${parsed.action}-${parsed.field}`;
  if (found !== `${action}-VET`) findings.push(ruleFinding('number.otherAction', { found, action }));
  return findings;
}

/** What in a project does not agree with its action: duration, size, grant agreement number; empty where all is well. */
export function checkProject(facts: ProjectFacts): RuleFinding[] {
  const rule = projectRules[facts.action];
  const findings = [...checkMonths(facts, rule), ...checkNumber(facts)];
  const { participants = 0, action } = facts;
  if (rule.maxParticipants !== null && participants > rule.maxParticipants) {
    findings.push(ruleFinding('project.large', { participants, max: rule.maxParticipants, action }));
  }
  return findings;
}
