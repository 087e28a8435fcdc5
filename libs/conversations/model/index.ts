export * from './circle';
export * from './limits';
export * from './links';
export * from './search-words';
