import { pipeline } from 'node:stream/promises';
import { type Ctx, notFound } from '@softmob/api-kit';
import { contentDisposition, decodedFileName, openFile } from '@softmob/documents-api';
import { type Response, type Router } from 'express';
import { findMessageFile, storeOf, uploadMessageFile } from './message-file.service';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Delivers a file so that whatever it holds can run nothing and name itself nothing else. */
async function deliver(ctx: Ctx, id: string, response: Response): Promise<void> {
  if (!UUID.test(id)) throw notFound('file');
  const file = await findMessageFile(ctx, id);
  response.set({
    'content-type': file.mime,
    'content-length': String(file.size),
    'content-disposition': contentDisposition(file.mime === 'application/pdf' ? 'attachment' : 'inline', file.fileName),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  await pipeline(openFile(storeOf(ctx.runtime.settings.dataDir), file.storageKey), response);
}

/** `POST /messages/files` takes a file in as its whole body, `GET /messages/files/:id` delivers one. */
export function messageFileRoutes(router: Router): void {
  router.post('/messages/files', async (request, response) => {
    const { ctx } = response.locals;
    const name = decodedFileName(request.get('x-file-name'));
    response.status(201).json(await uploadMessageFile(ctx, name, request));
  });
  router.get('/messages/files/:id', async (request, response) => {
    await deliver(response.locals.ctx, request.params.id, response);
  });
}
