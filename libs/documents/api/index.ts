import { type Slice } from '@softmob/api-kit';
import { Document } from './document.entity';
import { DocumentResolver } from './document.resolver';
import { documentRoutes } from './document.routes';
import { documentMails } from './mails';
import { sweepJob } from './sweep.job';

export const documentsSlice: Slice = {
  name: 'documents',
  entities: [Document],
  resolvers: [DocumentResolver],
  jobs: { 'documents:sweep': sweepJob },
  mails: documentMails,
  topics: { 'documents:returned': 'documents' },
  routes: documentRoutes,
};

export { Document, DOCUMENT_KINDS, type DocumentKind, type DocumentStatus } from './document.entity';
export * from './document.loaders';
export { DocumentType } from './document.type';
