import { type Slice } from '@softmob/api-kit';
import { issueJob } from './issue.job';
import { DocumentRun, DocumentRunItem, IssuedDocument } from './issued.entity';
import {
  DocumentPreflightResolver,
  DocumentRunItemResolver,
  DocumentRunResolver,
  IssuedDocumentResolver,
  MobilityPaperworkResolver,
} from './issued.resolver';
import { paperworkMails } from './mails';
import { paperworkRoutes } from './routes';
import { successionJobs, successionReactions } from './succession';
import { DocumentTemplateRow, DocumentTemplateVersion } from './template.entity';
import { DocumentTemplateResolver, DocumentTemplateVersionResolver } from './template.resolver';

export const paperworkSlice: Slice = {
  name: 'paperwork',
  entities: [DocumentTemplateRow, DocumentTemplateVersion, DocumentRun, DocumentRunItem, IssuedDocument],
  resolvers: [
    DocumentTemplateResolver,
    DocumentTemplateVersionResolver,
    IssuedDocumentResolver,
    DocumentRunResolver,
    DocumentRunItemResolver,
    DocumentPreflightResolver,
    MobilityPaperworkResolver,
  ],
  reactions: successionReactions,
  jobs: { 'paperwork:issue': issueJob, ...successionJobs },
  mails: paperworkMails,
  topics: { 'paperwork:issued': 'documents', 'paperwork:withdrawn': 'documents', 'paperwork:again': 'documents' },
  routes: paperworkRoutes,
};

export { findProof, type Proof } from './proof';
export { shipDocumentTemplates } from './ship-templates';
