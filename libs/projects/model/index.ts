export * from '@softmob/processes-model';
export * from '@softmob/participants-model/rules';
export * from './activity-types';
export { type ActivityCode, type ActivityType, activityTypes } from './activity-types.data';
export * from './grant-agreement-number';
export * from './mobility-stage';
export * from './project-rules';
export { type ProjectAction, projectActions, type ProjectRule, projectRules } from './project-rules.data';
export {
  describeRuleFinding,
  type RuleFinding,
  ruleFinding,
  type RuleFindingCode,
  ruleFindingKinds,
  type RuleSeverity,
} from './rule-findings';
export { type Confidence, type RuleSource, ruleSources } from './rule-sources.data';
