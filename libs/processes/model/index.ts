export * from './calendar';
export * from './ical';
export * from './lateness';
export * from './process-template';
export * from './process-templates.data';
export * from './state-machine';
