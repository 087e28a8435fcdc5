import { policy } from '@softmob/access';
import { inOrder, type LoaderDefinition, loaderOfChildren, source } from '@softmob/api-kit';
import { Document } from './document.entity';

export const documents = source(Document, { name: 'document', reach: policy.documents.reachDocument });

/** The documents of mobilities that were reached before, the newest first. */
export const documentsOfMobility = loaderOfChildren(documents, 'mobilityId', {
  established: 'mobility',
  orderBy: 'x.uploaded_at DESC, x.id DESC',
});

/** The last day of the stay that a document is for. */
export const lastDayOfStay: LoaderDefinition<string, string | null> = {
  name: 'lastDayOfStay',
  async batch(ctx, mobilityIds) {
    const rows = await ctx.db.query<{ id: string; endsOn: string }>(
      'SELECT id, ends_on AS "endsOn" FROM mobility WHERE id = ANY($1::uuid[])',
      [mobilityIds],
    );
    return inOrder(mobilityIds, rows, ({ id }) => id).map((row) => row?.endsOn ?? null);
  },
};
