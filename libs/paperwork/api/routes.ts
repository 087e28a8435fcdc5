import { policy } from '@softmob/access';
import { type Ctx, findOne, notFound } from '@softmob/api-kit';
import { type Locale, LOCALES } from '@softmob/learning-model';
import { exampleValues, resolveSheet, templateContentSchema } from '@softmob/paperwork-model';
import { type Response, type Router } from 'express';
import { mergedPdf, zipOf } from './bundle';
import { issuedDocuments, runRows, templateRows, versionsOfTemplate } from './loaders';
import { renderPdf } from './render';
import { fillWord, WORD_MIME } from './word';
import { takeWordFile, wordBytes } from './word-file.service';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const idOf = (raw: string): string => {
  if (!UUID.test(raw)) throw notFound('document');
  return raw;
};

/** Headers under which whatever a file holds can run nothing and name itself nothing else. */
function declare(response: Response, mime: string, name: string, how: 'inline' | 'attachment' = 'attachment'): void {
  response.set({
    'content-type': mime,
    'content-disposition': `${how}; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
}

async function deliver(ctx: Ctx, id: string, response: Response): Promise<void> {
  ctx.assert(policy.paperwork.readIssued);
  const document = await findOne(ctx, issuedDocuments, id);
  const [file] = await ctx.db.query<{ bytes: Buffer }>('SELECT bytes FROM issued_file WHERE document_id = $1', [id]);
  if (!file) throw notFound('document');
  declare(response, document.mime, document.fileName);
  response.send(file.bytes);
}

/** A draft, or else the newest version, with examples in place of everything: nothing in it is anybody's. */
async function specimen(ctx: Ctx, id: string, locale: Locale): Promise<{ bytes: Buffer; word: boolean }> {
  ctx.assert(policy.paperwork.readTemplate);
  const template = await findOne(ctx, templateRows, id);
  const [newest] = await ctx.load(versionsOfTemplate).load(id);
  const content = templateContentSchema.safeParse(template.draft ?? newest?.content).data;
  const sheet = content?.sheets[locale];
  if (!content || !sheet) throw notFound('document');
  const values = exampleValues(locale);
  const { sheet: shown } = resolveSheet(sheet, values, locale);
  const file = sheet.word ? await wordBytes(ctx, ctx.organisationId, sheet.word) : null;
  if (file) return { bytes: fillWord(file, shown.printed ?? {}), word: true };
  const bytes = await renderPdf(shown, {
    locale,
    issuer: String(values['school.name']),
    logo: content.logo,
    proof: null,
    createdAt: newest?.publishedAt ?? template.createdAt,
  });
  return { bytes, word: false };
}

/** Issued files one by one or a whole run at once, and specimens of templates, each after the rule and through reach. */
export function paperworkRoutes(router: Router): void {
  router.get('/issued-documents/:id', async (request, response) => {
    await deliver(response.locals.ctx, idOf(request.params.id), response);
  });
  router.get('/document-runs/:id/documents.:format', async (request, response) => {
    const { ctx } = response.locals;
    ctx.assert(policy.paperwork.generate);
    const run = await findOne(ctx, runRows, idOf(request.params.id));
    const name = `${run.kind}-${run.requestedAt.toISOString().slice(0, 10)}`;
    if (request.params.format === 'pdf') {
      const pdf = await mergedPdf(ctx, run);
      declare(response, 'application/pdf', `${name}.pdf`);
      response.send(pdf);
    } else if (request.params.format === 'zip') {
      declare(response, 'application/zip', `${name}.zip`);
      await zipOf(ctx, run, response);
    } else throw notFound('document');
  });
  router.get('/document-templates/:id/specimen', async (request, response) => {
    const { ctx } = response.locals;
    const locale = LOCALES.find((known) => known === request.query.locale) ?? 'en';
    const { bytes, word } = await specimen(ctx, idOf(request.params.id), locale);
    if (word) declare(response, WORD_MIME, 'specimen.docx');
    else declare(response, 'application/pdf', 'specimen.pdf', 'inline');
    response.send(bytes);
  });
  router.post('/document-template-files', async (request, response) => {
    response.status(201).json(await takeWordFile(response.locals.ctx, request.get('x-file-name'), request));
  });
  router.get('/document-template-files/:id', async (request, response) => {
    const { ctx } = response.locals;
    ctx.assert(policy.paperwork.readTemplate);
    const bytes = await wordBytes(ctx, ctx.organisationId, { fileId: idOf(request.params.id) });
    declare(response, WORD_MIME, 'template.docx');
    response.send(bytes);
  });
}
