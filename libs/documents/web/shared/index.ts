export * from './document-state';
export * from './file-link';
