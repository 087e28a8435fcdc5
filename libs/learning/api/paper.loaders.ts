import { policy } from '@softmob/access';
import { loaderOfChildren, source } from '@softmob/api-kit';
import { PaperSignature } from './paper.entity';

export const paperSignatures = source(PaperSignature, {
  name: 'paper_signature',
  reach: policy.learning.reachPaper,
});

/** The scans of versions, as far as the reader may see them, the newest first. */
export const papersOfVersion = loaderOfChildren(paperSignatures, 'versionId', {
  established: 'agreementVersion',
  orderBy: 'x.uploaded_at DESC, x.id DESC',
});
