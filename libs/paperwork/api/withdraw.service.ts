import { policy } from '@softmob/access';
import { type Ctx, illegalState, type Tx, validate, write } from '@softmob/api-kit';
import { z } from 'zod';
import { type IssuedDocument } from './issued.entity';
import { issuedDocuments } from './loaders';
import { tellWithdrawn } from './mails.service';

const schema = z.object({ reason: z.string().trim().min(3).max(500) });

/** Notes that documents of a school hold no more, and tells those who had them: one e-mail for each person. */
export async function announceWithdrawn(tx: Tx, documents: readonly IssuedDocument[]): Promise<void> {
  const [first] = documents;
  if (!first) return;
  await tx.events(
    documents.map(({ id, organisationId, flowId, mobilityId, kind, number, reason }) => ({
      type: 'issued-document.withdrawn',
      subjectType: 'issuedDocument',
      subjectId: id,
      ...{ organisationId, flowId, mobilityId },
      after: { kind, number, reason },
    })),
  );
  const [school] = await tx.db.query<{ name: string }>('SELECT name FROM organisation WHERE id = $1', [
    first.organisationId,
  ]);
  await tellWithdrawn(tx, documents, school?.name ?? '');
}

/** Declares a document void, with a reason; it stays in the history. @throws NOT_FOUND, VALIDATION, ILLEGAL_STATE */
export function withdrawIssuedDocument(ctx: Ctx, id: string, why: string): Promise<IssuedDocument> {
  return write(ctx, policy.paperwork.withdraw, async (tx) => {
    const row = await tx.load(issuedDocuments, id);
    const { reason } = validate(schema, { reason: why });
    if (row.status !== 'valid') throw illegalState('Only a document that holds can be withdrawn.', 'NOT_VALID');
    const document = await tx.update(issuedDocuments, row, {
      status: 'withdrawn',
      reason,
      withdrawnAt: ctx.clock.now(),
      withdrawnBy: ctx.personId,
    });
    await announceWithdrawn(tx, [document]);
    return document;
  });
}
