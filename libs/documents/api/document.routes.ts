import { pipeline } from 'node:stream/promises';
import { policy } from '@softmob/access';
import { type Ctx, findOne, notFound } from '@softmob/api-kit';
import { type Response, type Router } from 'express';
import { documents } from './document.loaders';
import { contentDisposition } from './file-name';
import { openFile } from './file-store';
import { uploadDocument } from './upload.service';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Delivers a file so that whatever it holds can run nothing and name itself nothing else. */
async function deliver(ctx: Ctx, id: string, response: Response): Promise<void> {
  ctx.assert(policy.documents.read);
  if (!UUID.test(id)) throw notFound('document');
  const document = await findOne(ctx, documents, id);
  const shown = document.mime === 'application/pdf' ? 'attachment' : 'inline';
  response.set({
    'content-type': document.mime,
    'content-length': String(document.size),
    'content-disposition': contentDisposition(shown, document.fileName),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  await pipeline(openFile(ctx.runtime.settings.dataDir, document.storageKey), response);
}

/** `POST /documents` takes a file in as its whole body, `GET /documents/:id` delivers one. */
export function documentRoutes(router: Router): void {
  router.post('/documents', async (request, response) => {
    const fileName = request.get('x-file-name');
    const { ctx } = response.locals;
    response.status(201).json(await uploadDocument(ctx, { query: request.query, fileName, body: request }));
  });
  router.get('/documents/:id', async (request, response) => {
    await deliver(response.locals.ctx, request.params.id, response);
  });
}
