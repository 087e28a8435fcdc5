export * from './document-state';
export * from './file-link';
export { FileButton, PreviewDialog } from './preview-dialog';
export { type ShownFile, Thumbnail } from './thumbnail';
export * from './view-tabs';
