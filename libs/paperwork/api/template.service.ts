import { policy } from '@softmob/access';
import { conflict, type Ctx, illegalState, type Tx, validate, validation, write } from '@softmob/api-kit';
import { checkContent, differenceOf, isSame, KINDS, type TemplateContent } from '@softmob/paperwork-model';
import { z } from 'zod';
import { templateRows, templateVersions } from './loaders';
import { type DocumentTemplateRow, type DocumentTemplateVersion } from './template.entity';
import { withOwnFiles } from './word-file.service';

const { copyTemplate: copying, editTemplate: editing } = policy.paperwork;
const name = z.string().trim().min(1).max(200);
const note = z.string().trim().max(500).nullish();

/** The newest version of a template that was loaded before; null where it was never published. */
async function newestOf(tx: Tx, templateId: string): Promise<DocumentTemplateVersion | null> {
  const [version] = await tx.db.query<DocumentTemplateVersion & Record<string, unknown>>(
    `SELECT ${templateVersions.select('x')} FROM document_template_version x WHERE x.template_id = $1::uuid
     ORDER BY x.number DESC LIMIT 1`,
    [templateId],
  );
  return version ?? null;
}

const tell = (tx: Tx, type: string, row: DocumentTemplateRow, after: Record<string, unknown>) =>
  tx.event({ type, subjectType: 'documentTemplate', subjectId: row.id, organisationId: row.organisationId, after });

/** Loads a template to work on. @throws NOT_FOUND, FORBIDDEN where it is not the school's own, CONFLICT */
async function own(tx: Tx, id: string, version: number): Promise<DocumentTemplateRow> {
  const row = await tx.load(templateRows, id);
  tx.ctx.assert(editing, row);
  if (row.version !== version) throw conflict();
  return row;
}

/** Takes a template over as the school's own, its newest version as the first draft. @throws NOT_FOUND, ILLEGAL_STATE */
export function copyDocumentTemplate(
  ctx: Ctx,
  id: string,
  names: { nameEn?: string | null; nameIt?: string | null },
): Promise<DocumentTemplateRow> {
  return write(ctx, copying, async (tx) => {
    const source = await tx.load(templateRows, id);
    const content = source.draft ?? (await newestOf(tx, id))?.content;
    if (!content) throw illegalState('This template was never published.', 'TEMPLATE_UNPUBLISHED');
    const { nameEn, nameIt } = validate(z.object({ nameEn: name.nullish(), nameIt: name.nullish() }), names);
    const copyId = tx.newId();
    const [copy] = await tx.insert(templateRows, [
      {
        id: copyId,
        organisationId: ctx.organisationId,
        key: copyId,
        kind: source.kind,
        nameEn: nameEn ?? source.nameEn,
        nameIt: nameIt ?? source.nameIt,
        draft: content,
        copiedFromId: id,
        createdAt: ctx.clock.now(),
        version: 1,
      },
    ]);
    if (!copy) throw new Error('The copy was not stored');
    await tell(tx, 'document-template.copied', copy, { from: id, kind: copy.kind, nameEn: copy.nameEn });
    return copy;
  });
}

export interface DraftInput {
  readonly id: string;
  readonly version: number;
  readonly nameEn: string;
  readonly nameIt: string;
  readonly content: TemplateContent;
}

/** Keeps the draft as it stands, sound or not. @throws NOT_FOUND, FORBIDDEN, CONFLICT, VALIDATION */
export function saveDocumentDraft(ctx: Ctx, { id, version, ...input }: DraftInput): Promise<DocumentTemplateRow> {
  return write(ctx, editing, async (tx) => {
    const row = await own(tx, id, version);
    const names = validate(z.object({ nameEn: name, nameIt: name }), { nameEn: input.nameEn, nameIt: input.nameIt });
    const draft = await withOwnFiles(tx, ctx.organisationId, input.content);
    const changed = await tx.update(templateRows, row, { ...names, draft }, version);
    await tell(tx, 'document-template.draft-saved', changed, names);
    return changed;
  });
}

/** How much two contents differ, for the history. */
function countOf(before: TemplateContent | null, after: TemplateContent) {
  const { sheets } = differenceOf(before, after);
  const sum = (pick: (sheet: (typeof sheets)[number]) => number) => sheets.reduce((all, sheet) => all + pick(sheet), 0);
  return {
    added: sum(({ added }) => added.length),
    removed: sum(({ removed }) => removed.length),
    changed: sum(({ changed }) => changed.length),
  };
}

/** Makes the draft the next version. @throws VALIDATION naming block and placeholder, ILLEGAL_STATE where nothing differs */
export function publishDocumentTemplate(
  ctx: Ctx,
  id: string,
  version: number,
  words: string | null,
): Promise<DocumentTemplateRow> {
  return write(ctx, editing, async (tx) => {
    const row = await own(tx, id, version);
    if (!row.draft) throw illegalState('There is nothing to publish.', 'TEMPLATE_NO_DRAFT');
    const faults = checkContent(row.draft, KINDS[row.kind].subject);
    if (faults.length > 0) throw validation(faults.map((fault) => ({ ...fault })));
    const newest = await newestOf(tx, id);
    if (newest && isSame(newest.content, row.draft)) {
      throw illegalState('The draft says what the newest version says.', 'TEMPLATE_SAME');
    }
    const number = (newest?.number ?? 0) + 1;
    const said = validate(z.object({ note }), { note: words }).note;
    await tx.insert(templateVersions, [
      {
        id: tx.newId(),
        templateId: id,
        number,
        content: row.draft,
        note: said ? said : null,
        publishedAt: ctx.clock.now(),
        publishedByPersonId: ctx.personId,
      },
    ]);
    const published = await tx.update(templateRows, row, { draft: null }, version);
    await tell(tx, 'document-template.published', published, {
      number,
      ...countOf(newest?.content ?? null, row.draft),
    });
    return published;
  });
}

/** Puts it away or takes it out again: what was issued from it stays either way. */
export function archiveDocumentTemplate(
  ctx: Ctx,
  id: string,
  version: number,
  archived: boolean,
): Promise<DocumentTemplateRow> {
  return write(ctx, editing, async (tx) => {
    const row = await own(tx, id, version);
    const changed = await tx.update(templateRows, row, { archivedAt: archived ? ctx.clock.now() : null }, version);
    await tell(tx, archived ? 'document-template.archived' : 'document-template.restored', changed, {});
    return changed;
  });
}
