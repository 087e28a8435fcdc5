import { type Ctx, invalid } from '@softmob/api-kit';
import { type Request, type Response, type Router } from 'express';
import { MAX_BYTES } from '../storage/files';
import { arrivedOf, beginUpload, cancelUpload, findUpload, receivePart } from './resumable.service';
import { type Upload } from './upload.entity';

/** The version of the tus protocol, https://tus.io/protocols/resumable-upload, that is spoken here. */
const VERSION = '1.0.0';
const PART_TYPE = 'application/offset+octet-stream';

/** A count in a header; null where there is none. */
function countIn(request: Request, header: string): number | null {
  const text = request.get(header) ?? '';
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

/** What the sender tells about the file: pairs of a name and a value in Base64. */
function metadataOf(request: Request): ReadonlyMap<string, string> {
  const pairs = (request.get('upload-metadata') ?? '').split(',').map((pair) => pair.trim().split(' '));
  return new Map(pairs.map(([name = '', value = '']) => [name, Buffer.from(value, 'base64').toString('utf8')]));
}

/** How far an upload is. */
function tell(response: Response, { expiresAt }: Upload, offset: number): void {
  response.set({ 'upload-offset': String(offset), 'upload-expires': expiresAt.toUTCString() });
}

/** Answers in the protocol’s own terms what no other route of the house can answer. */
function refuse(response: Response, status: number, message: string): void {
  response.status(status).json({ errors: [{ message, extensions: { code: 'VALIDATION' } }] });
}

async function begin(ctx: Ctx, request: Request, response: Response): Promise<void> {
  const size = countIn(request, 'upload-length');
  if (size === null) throw invalid('file', 'LENGTH_MISSING', 'Tell the bytes of the file in Upload-Length.');
  const metadata = metadataOf(request);
  const announced = { size, fileName: metadata.get('filename') ?? '', type: metadata.get('filetype') ?? '' };
  const upload = await beginUpload(ctx, announced);
  tell(response, upload, 0);
  response.status(201).location(`${request.baseUrl}/uploads/${upload.id}`).end();
}

/**
 * Large files come in parts, so that a broken connection costs a part and not the whole: `POST /uploads` begins,
 * `HEAD /uploads/:id` says how far it is, `PATCH` brings the next part, `DELETE` gives it up. What is complete is handed
 * to the route that takes such files, by `x-softmob-upload`.
 */
export function resumableRoutes(router: Router): void {
  router.use('/uploads', (request, response, next) => {
    response.set('tus-resumable', VERSION);
    if (request.method === 'OPTIONS') {
      const able = { 'tus-version': VERSION, 'tus-extension': 'creation,expiration,termination' };
      response.set({ ...able, 'tus-max-size': String(MAX_BYTES) }).sendStatus(204);
    } else if (request.get('tus-resumable') !== VERSION) {
      refuse(response.set('tus-version', VERSION), 412, `Say Tus-Resumable: ${VERSION}.`);
    } else next();
  });
  router.post('/uploads', (request, response) => begin(response.locals.ctx, request, response));
  router.head('/uploads/:id', async (request, response) => {
    const { ctx } = response.locals;
    const upload = await findUpload(ctx, request.params.id);
    tell(response, upload, await arrivedOf(ctx, upload));
    response.set('upload-length', String(upload.size)).status(200).end();
  });
  router.patch('/uploads/:id', async (request, response) => {
    const { ctx } = response.locals;
    const upload = await findUpload(ctx, request.params.id);
    if (request.get('content-type') !== PART_TYPE) {
      refuse(response, 415, `Send the part as ${PART_TYPE}.`);
      return;
    }
    const from = countIn(request, 'upload-offset');
    if (from === null) throw invalid('file', 'OFFSET_MISSING', 'Tell where the part begins in Upload-Offset.');
    tell(response, upload, await receivePart(ctx, upload, from, request));
    response.status(204).end();
  });
  router.delete('/uploads/:id', async (request, response) => {
    const { ctx } = response.locals;
    await cancelUpload(ctx, await findUpload(ctx, request.params.id));
    response.status(204).end();
  });
}
