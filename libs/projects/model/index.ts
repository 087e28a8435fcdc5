export * from './activity-types';
export * from './activity-types.data';
export * from './cohort-clone';
export * from './grant-agreement-number';
export * from './mobility-stage';
export * from './project-rules';
export * from './project-rules.data';
export {
  describeRuleFinding,
  type RuleFinding,
  type RuleFindingCode,
  ruleFindingKinds,
  type RuleSeverity,
} from './rule-findings';
export * from './rule-sources.data';
export { adultOn, ageOn, isMinorOn } from '@softmob/participants-model/rules';
export {
  addDays,
  addWeeks,
  daysBetween,
  daysOfStay,
  type IsoDay,
  isIsoDay,
  isoDay,
  isoWeek,
} from '@softmob/processes-model';
