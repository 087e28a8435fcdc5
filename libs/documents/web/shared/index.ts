export * from './document-state';
export * from './file-link';
export * from './view-tabs';
