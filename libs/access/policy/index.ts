export * as identity from './identity';
export * as learning from './learning';
export * as organisations from './organisations';
export * as participants from './participants';
export * as projects from './projects';
