export * from './calendar';
export * from './state-machine';
