import { notFound } from '@softmob/api-kit';
import { decodedFileName, deliverFile } from '@softmob/documents-api';
import { type Router } from 'express';
import { findMessageFile, messageShelf, uploadMessageFile } from './message-file.service';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `POST /messages/files` takes a file in as its whole body, `GET /messages/files/:id` delivers one. */
export function messageFileRoutes(router: Router): void {
  router.post('/messages/files', async (request, response) => {
    const { ctx } = response.locals;
    const name = decodedFileName(request.get('x-file-name'));
    response.status(201).json(await uploadMessageFile(ctx, name, request));
  });
  router.get('/messages/files/:id', async (request, response) => {
    const { ctx } = response.locals;
    if (!UUID.test(request.params.id)) throw notFound('file');
    const file = await findMessageFile(ctx, request.params.id);
    const how = file.mime === 'application/pdf' ? 'attachment' : 'inline';
    await deliverFile(request, response, messageShelf(ctx), { ...file, how });
  });
}
