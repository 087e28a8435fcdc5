import { notFound } from '@softmob/api-kit';
import { deliverFile, filesOf, takeIn } from '@softmob/documents-api';
import { type Router } from 'express';
import { findPaper, uploadPaper } from './paper.service';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * `POST /agreements/:mobilityId/paper` takes the scan of a signature in, `GET /paper-signatures/:id`
 * delivers one, so that whatever it holds can run nothing.
 */
export function paperRoutes(router: Router): void {
  router.post('/agreements/:mobilityId/paper', async (request, response) => {
    const { mobilityId } = request.params;
    if (!UUID.test(mobilityId)) throw notFound('agreement');
    const { query } = request;
    const taken = takeIn(response.locals.ctx, request, (ctx, file) => uploadPaper(ctx, { mobilityId, query, ...file }));
    response.status(201).json(await taken);
  });
  router.get('/paper-signatures/:id', async (request, response) => {
    const { ctx } = response.locals;
    if (!UUID.test(request.params.id)) throw notFound('paper signature');
    const paper = await findPaper(ctx, request.params.id);
    await deliverFile(request, response, filesOf(ctx.runtime.settings), { ...paper, how: 'inline' });
  });
}
