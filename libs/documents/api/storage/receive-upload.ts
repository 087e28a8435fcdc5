import { type Readable } from 'node:stream';
import { type Rule } from '@softmob/access';
import { Ctx, type EventFacts, illegalState, invalid, write } from '@softmob/api-kit';
import { scanFile } from './clamd';
import { type Files, type ReceivedFile } from './files';

/** Where an upload belongs, for the history, and the rule under which it is made. */
export interface UploadFacts extends Omit<EventFacts, 'type' | 'before' | 'after'> {
  readonly rule: Rule;
}

/** A refused file is remembered, whatever becomes of the request: by a transaction of its own. */
async function remember(ctx: Ctx, file: ReceivedFile, { rule, ...facts }: UploadFacts, found: string): Promise<void> {
  const { size, sha256, type: mime } = file;
  const once = new Ctx(ctx.runtime, ctx.actor, { ...ctx.request, idempotencyKey: null });
  await write(once, rule, (tx) => tx.event({ ...facts, type: 'file.infected', after: { found, mime, size, sha256 } }));
  ctx.runtime.log.warn({ found, sha256, subjectType: facts.subjectType }, 'an infected file was refused');
}

/** Asks the scanner where there is one. No verdict is a refusal: nothing passes unseen. */
async function inspect(ctx: Ctx, file: ReceivedFile, facts: UploadFacts): Promise<void> {
  const { clamavUrl } = ctx.runtime.settings;
  if (!clamavUrl) return;
  const found = await scanFile(clamavUrl, file.temporary).catch((error: unknown) => {
    ctx.runtime.log.error({ err: error }, 'an upload was refused: the virus scanner gave no verdict');
    throw illegalState('Files cannot be checked right now. Try again in a few minutes.', 'SCANNER_AWAY');
  });
  if (found === null) return;
  await remember(ctx, file, facts, found);
  throw invalid('file', 'FILE_INFECTED', `This file was not kept: it carries ${found}.`, { found });
}

/**
 * Takes in what somebody sends: whole, of a type and size that are taken, and clean where a scanner is set up.
 * @throws TOO_LARGE, VALIDATION, ILLEGAL_STATE while the scanner is away; nothing is left behind then
 */
export async function receiveUpload(ctx: Ctx, files: Files, body: Readable, facts: UploadFacts): Promise<ReceivedFile> {
  const file = await files.receive(body);
  try {
    await inspect(ctx, file, facts);
    return file;
  } catch (error) {
    await files.dropReceived(file);
    throw error;
  }
}
