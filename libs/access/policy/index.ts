export * as cockpit from './cockpit';
export * as identity from './identity';
export * as learning from './learning';
export * as organisations from './organisations';
export * as participants from './participants';
export * as placements from './placements';
export * as processes from './processes';
export * as projects from './projects';
