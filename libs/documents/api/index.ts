import { type Slice } from '@softmob/api-kit';
import { Document } from './document.entity';
import { DocumentResolver } from './document.resolver';
import { documentRoutes } from './document.routes';
import { expiryDates } from './expiry.dates';
import { expiryJob } from './expiry.job';
import { documentMails } from './mails';
import { resumableRoutes } from './resumable/resumable.routes';
import { sweepUploadsJob } from './resumable/sweep-uploads.job';
import { Upload } from './resumable/upload.entity';
import { SealedFile, SealKey } from './seal/seal.entity';
import { SealKeyResolver } from './seal/seal-key.resolver';
import { sweepJob } from './sweep.job';
import { documentThumbnails } from './thumbnail/document.thumbnails';

export const documentsSlice: Slice = {
  name: 'documents',
  entities: [Document, SealKey, SealedFile, Upload],
  resolvers: [DocumentResolver, SealKeyResolver],
  jobs: {
    'documents:sweep': sweepJob,
    'documents:sweep-uploads': sweepUploadsJob,
    'documents:thumbnails': documentThumbnails.job,
    'documents:tell-expiry': expiryJob,
  },
  daily: ['documents:thumbnails', 'documents:tell-expiry', 'documents:sweep-uploads'],
  mails: documentMails,
  topics: { 'documents:returned': 'documents', 'documents:runs-out': 'documents' },
  dates: expiryDates,
  routes: (router) => {
    documentRoutes(router);
    resumableRoutes(router);
  },
};

export { Document, DOCUMENT_KINDS, type DocumentKind, type DocumentStatus } from './document.entity';
export * from './document.loaders';
export { DocumentType } from './document.type';
export { parseClamdUrl } from './storage/clamd';
export { deliverFile, type Delivery } from './storage/deliver';
export { contentDisposition, safeFileName } from './storage/file-name';
export { type SentFile, takeIn } from './resumable/take-in';
export { receiveUpload, type UploadFacts } from './storage/receive-upload';
export { Files, filesOf, MAX_BYTES, type ReceivedFile } from './storage/files';
export { isSealed, sealOnce } from './seal/sealed-file';
export { keyToSeal } from './seal/seal-key.service';
export { sealPdf } from './seal/seal-pdf';
export { sealedAgreement, sealedFiles } from './seal/seal.loaders';
export { type SealedFile } from './seal/seal.entity';
export { deliverThumbnail, type ThumbnailState } from './thumbnail/thumbnail';
export { thumbnailsOf } from './thumbnail/thumbnail.job';
export { newToken, proofUrl } from './seal/proof-address';
