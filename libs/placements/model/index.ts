export { matchLearners } from './match-learners';
export * from './match-types';
export * from './placement-status';
export * from './stays';
