export * from './actor';
export * from './audience';
export * from './condition';
export * from './reach';
export * from './rule';
export * from './stage';
export * as policy from './policy';
