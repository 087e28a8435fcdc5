import { policy } from '@softmob/access';
import { inOrder, type LoaderDefinition, source } from '@softmob/api-kit';
import { SealedFile, SealKey } from './seal.entity';

export const sealKeys = source(SealKey, {
  name: 'seal_key',
  reach: policy.documents.reachSealKey,
  secret: ['lockedKey'],
});
/** Read through what was sealed. */
export const sealedFiles = source(SealedFile, { name: 'sealed_file', reach: null });

/** The sealed file of each version of an agreement that was reached before; null until it is sealed. */
export const sealedAgreement: LoaderDefinition<string, SealedFile | null> = {
  name: 'sealedAgreement',
  async batch(ctx, versionIds) {
    const rows = await ctx.db.query<SealedFile>(
      `SELECT ${sealedFiles.select('x')} FROM sealed_file x WHERE x.kind = 'agreement' AND x.subject_id = ANY($1::uuid[])`,
      [versionIds],
    );
    return inOrder(versionIds, rows, ({ subjectId }) => subjectId);
  },
};
