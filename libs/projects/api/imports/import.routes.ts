import { DomainError, invalid, type Slice } from '@softmob/api-kit';
import { type ImportKind, importKinds } from '@softmob/participants-model';
import { type Request } from 'express';
import { uploadImport } from './import.service';

const MAX_BYTES = 10 * 1024 * 1024;

/** The body of a request, up to 10 MB. @throws TOO_LARGE */
async function bodyOf(request: Request): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BYTES)
      throw new DomainError('TOO_LARGE', 'A file to import holds at most 10 MB.', { reason: 'FILE_TOO_LARGE' });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The file's name without any folder, as the browser sends it percent-encoded. */
function nameOf(request: Request): string {
  const header = request.header('x-file-name') ?? '';
  try {
    return decodeURIComponent(header).split(/[\\/]/).at(-1)?.slice(0, 200) || 'file';
  } catch {
    throw invalid('file', 'FILE_NAME', 'Send the name of the file percent-encoded in x-file-name.');
  }
}

const isKind = (text: unknown): text is ImportKind => (importKinds as readonly unknown[]).includes(text);

/** `POST /imports?kind=…&projectId=…` with the file as body answers `{ id }` of the import batch. */
export const importRoutes: NonNullable<Slice['routes']> = (router) => {
  router.post('/imports', async (request, response) => {
    const { kind, projectId } = request.query;
    if (!isKind(kind)) throw invalid('kind', 'KIND_UNKNOWN', `Say what the file holds: ${importKinds.join(', ')}.`);
    const file = { bytes: await bodyOf(request), name: nameOf(request) };
    const batch = await uploadImport(
      response.locals.ctx,
      kind,
      typeof projectId === 'string' && projectId ? projectId : null,
      file,
    );
    response.status(201).json({ id: batch.id });
  });
};
