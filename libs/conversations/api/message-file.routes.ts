import { type Ctx, notFound } from '@softmob/api-kit';
import { deliverFile, deliverThumbnail, takeIn } from '@softmob/documents-api';
import { type Router } from 'express';
import { type MessageFile } from './message.entity';
import { findMessageFile, messageShelf, uploadMessageFile } from './message-file.service';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A file within reach. @throws FORBIDDEN, NOT_FOUND */
function reached(ctx: Ctx, id: string): Promise<MessageFile> {
  if (!UUID.test(id)) throw notFound('file');
  return findMessageFile(ctx, id);
}

/** `POST /messages/files` takes a file in, `GET /messages/files/:id` delivers one, `…/thumbnail` its picture. */
export function messageFileRoutes(router: Router): void {
  router.post('/messages/files', async (request, response) => {
    response.status(201).json(await takeIn(response.locals.ctx, request, uploadMessageFile));
  });
  router.get('/messages/files/:id', async (request, response) => {
    const { ctx } = response.locals;
    const file = await reached(ctx, request.params.id);
    const how = file.mime === 'application/pdf' ? 'attachment' : 'inline';
    await deliverFile(request, response, messageShelf(ctx), { ...file, how });
  });
  router.get('/messages/files/:id/thumbnail', async (request, response) => {
    const { ctx } = response.locals;
    await deliverThumbnail(request, response, messageShelf(ctx), await reached(ctx, request.params.id));
  });
}
