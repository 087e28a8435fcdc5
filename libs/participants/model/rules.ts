export * from './age';
export { isEmailAddress } from './cell-readers';
export type { CheckContext, DurationRule, FlowFacts, OccupationFacts } from './check-context';
export { plausibleAge } from './check-person';
export { type CheckedRow, checkRows, type CheckResult, type TableRows } from './check-rows';
export { countryCode, nearCountries } from './countries';
export { type DateForm, type DateOrder, detectDateForm, readDate } from './dates';
export type { FieldDefinition, Locale } from './field-definition';
export { fieldLabel, importFields } from './fields';
export {
  type Fault,
  type Finding,
  findingAt,
  type FindingCode,
  findingKinds,
  type FindingParams,
  type MendCode,
  type Severity,
} from './findings';
export * from './import-plan';
export * from './import-values';
export { type ColumnMapping, type ColumnMatch, matchColumns, overrideColumns } from './match-columns';
export { describeFinding, describeTableError, type ImportMessages, importMessages } from './messages';
export { TableError, type TableErrorCode, tableLimits } from './table-error';
export {
  type IscedField,
  iscedFields,
  languageCode,
  type LanguageLevel,
  languageLevel,
  languageLevels,
} from './vocabularies';
