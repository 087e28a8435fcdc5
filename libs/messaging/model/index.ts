export * from './delivery';
export * from './quiet-hours';
