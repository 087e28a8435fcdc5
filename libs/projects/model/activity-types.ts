import { daysOfStay, type IsoDay, isIsoDay } from '@softmob/processes-model';
import { type ActivityCode, type ActivityType, activityTypes } from './activity-types.data';
import { type RuleFinding, ruleFinding } from './rule-findings';
import { type Confidence, type RuleSource } from './rule-sources.data';

const byCode = new Map<string, ActivityType>(activityTypes.map((type) => [type.code, type]));

/** The activity type of a code; null where there is none. */
export function activityType(code: string): ActivityType | null {
  return byCode.get(code) ?? null;
}

/** How long a stay of an activity may be in a call: days with the first and the last, travel not counted. */
export interface ActivityDuration {
  minDays: number;
  maxDays: number;
  fewerOpportunitiesMinDays: number | null;
  confidence: Confidence;
  sources: readonly RuleSource[];
}

/** The duration rule of an activity in a call; null where the rules set none (preparatory visits) or the code is unknown. */
export function durationRule(code: string, callYear: number): ActivityDuration | null {
  const type = activityType(code);
  if (!type || type.minDays === null || type.maxDays === null) return null;
  const variant = type.variants?.find(({ fromCall, disputed }) => callYear >= fromCall && !disputed);
  return {
    minDays: type.minDays,
    maxDays: variant?.maxDays ?? type.maxDays,
    fewerOpportunitiesMinDays: type.fewerOpportunities?.minDays ?? null,
    confidence: type.confidence,
    sources: variant ? [variant.source] : type.sources,
  };
}

export interface FlowDates {
  activityType: ActivityCode;
  callYear: number;
  start: IsoDay;
  end: IsoDay;
  /** Whether all who travel on these dates have fewer opportunities. */
  fewerOpportunities?: boolean;
  /** The project's own dates, where they are to be kept. */
  project?: { startsOn: IsoDay; endsOn: IsoDay };
}

function checkDays(code: ActivityCode, callYear: number, days: number, fewerOpportunities: boolean): RuleFinding[] {
  const rule = durationRule(code, callYear);
  if (!rule) return [];
  const { minDays: min, maxDays: max, fewerOpportunitiesMinDays: least } = rule;
  if (days > max) return [ruleFinding('stay.long', { days, max })];
  if (days < min) {
    const justified = fewerOpportunities && least !== null && days >= least;
    return [ruleFinding(justified ? 'stay.shortJustified' : 'stay.short', { days, min })];
  }
  const disputed = activityType(code)?.variants?.find((variant) => variant.disputed && callYear >= variant.fromCall);
  if (!disputed || days <= disputed.maxDays) return [];
  return [ruleFinding('stay.disputed', { days, max: disputed.maxDays, callYear: disputed.fromCall })];
}

/** What in a flow's (or a mobility's) dates does not agree with its activity type, call and project; empty where all is well. */
export function checkFlowDates({
  activityType: code,
  callYear,
  start,
  end,
  fewerOpportunities = false,
  project,
}: FlowDates): RuleFinding[] {
  const unreadable = [start, end].filter((day) => !isIsoDay(day));
  if (unreadable.length > 0) return unreadable.map((value) => ruleFinding('dates.form', { value }));
  if (end < start) return [ruleFinding('dates.reversed', { from: start, to: end })];
  const findings = checkDays(code, callYear, daysOfStay(start, end), fewerOpportunities);
  const notThrough = activityType(code)?.notThroughCall;
  if (notThrough && callYear <= notThrough.call) findings.push(ruleFinding('activity.notInCall', { callYear }));
  if (start < `${String(callYear)}-01-01`) findings.push(ruleFinding('dates.beforeCall', { from: start, callYear }));
  if (project && (start < project.startsOn || end > project.endsOn)) {
    findings.push(ruleFinding('dates.outsideProject', { from: project.startsOn, to: project.endsOn }));
  }
  return findings;
}
