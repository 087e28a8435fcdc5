export * from './attendance';
export * from './questionnaire';
export * from './weeks';
