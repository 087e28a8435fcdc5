export * from './catalogue';
export * from './check';
export * from './content';
export * from './difference';
export * from './kinds';
export * from './nearest';
export * from './placeholder';
export * from './resolve';
export { SHIPPED, type ShippedTemplate } from './shipped';
