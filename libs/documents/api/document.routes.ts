import { policy } from '@softmob/access';
import { type Ctx, findOne, notFound } from '@softmob/api-kit';
import { type Router } from 'express';
import { type Document } from './document.entity';
import { documents } from './document.loaders';
import { takeIn } from './resumable/take-in';
import { deliverFile } from './storage/deliver';
import { filesOf } from './storage/files';
import { deliverThumbnail } from './thumbnail/thumbnail';
import { uploadDocument } from './upload.service';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A document within reach. @throws FORBIDDEN, NOT_FOUND */
async function reached(ctx: Ctx, id: string): Promise<Document> {
  ctx.assert(policy.documents.read);
  if (!UUID.test(id)) throw notFound('document');
  return findOne(ctx, documents, id);
}

/** `POST /documents` takes a file in (its whole body, or what came in parts), `GET /documents/:id` delivers one, `…/thumbnail` its picture. */
export function documentRoutes(router: Router): void {
  router.post('/documents', async (request, response) => {
    const { query } = request;
    const taken = takeIn(response.locals.ctx, request, (ctx, file) => uploadDocument(ctx, { query, ...file }));
    response.status(201).json(await taken);
  });
  router.get('/documents/:id', async (request, response) => {
    const { ctx } = response.locals;
    const document = await reached(ctx, request.params.id);
    const how = document.mime === 'application/pdf' ? 'attachment' : 'inline';
    await deliverFile(request, response, filesOf(ctx.runtime.settings), { ...document, how });
  });
  router.get('/documents/:id/thumbnail', async (request, response) => {
    const { ctx } = response.locals;
    const document = await reached(ctx, request.params.id);
    await deliverThumbnail(request, response, filesOf(ctx.runtime.settings), document);
  });
}
