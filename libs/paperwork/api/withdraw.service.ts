import { policy } from '@softmob/access';
import { type Ctx, illegalState, validate, write } from '@softmob/api-kit';
import { z } from 'zod';
import { type IssuedDocument } from './issued.entity';
import { issuedDocuments } from './loaders';
import { tellWithdrawn } from './mails.service';

const schema = z.object({ reason: z.string().trim().min(3).max(500) });

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
    await tx.event({
      type: 'issued-document.withdrawn',
      subjectType: 'issuedDocument',
      subjectId: id,
      organisationId: row.organisationId,
      flowId: row.flowId,
      mobilityId: row.mobilityId,
      after: { kind: row.kind, number: row.number, reason },
    });
    const [school] = await tx.db.query<{ name: string }>('SELECT name FROM organisation WHERE id = $1', [
      row.organisationId,
    ]);
    await tellWithdrawn(tx, [document], school?.name ?? '');
    return document;
  });
}
