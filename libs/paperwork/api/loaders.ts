import { policy } from '@softmob/access';
import {
  type Ctx,
  findAll,
  inOrder,
  loaderById,
  type LoaderDefinition,
  loaderOfChildren,
  source,
} from '@softmob/api-kit';
import { DocumentRun, DocumentRunItem, IssuedDocument } from './issued.entity';
import { DocumentTemplateRow, DocumentTemplateVersion } from './template.entity';

const rules = policy.paperwork;

export const templateRows = source(DocumentTemplateRow, { name: 'document_template', reach: rules.reachTemplate });
export const templateVersions = source(DocumentTemplateVersion, {
  name: 'document_template_version',
  reach: rules.reachTemplateVersion,
});
export const runRows = source(DocumentRun, { name: 'document_run', reach: rules.reachRun });
/** Reached through its run. */
export const runItems = source(DocumentRunItem, { name: 'document_run_item', reach: null });
export const issuedDocuments = source(IssuedDocument, { name: 'issued_document', reach: rules.reachIssued });

export const templateById = loaderById(templateRows);
export const templateVersionById = loaderById(templateVersions);
export const versionsOfTemplate = loaderOfChildren(templateVersions, 'templateId', {
  established: 'documentTemplate',
  orderBy: 'x.template_id, x.number DESC',
});
export const itemsOfRun = loaderOfChildren(runItems, 'runId', {
  established: 'documentRun',
  orderBy: 'x.position, x.id',
});
/** What was issued for mobilities that were reached before, the newest first; each by its own reach. */
export const issuedOfMobility = loaderOfChildren(issuedDocuments, 'mobilityId', {
  established: 'mobility',
  orderBy: 'x.issued_at DESC, x.id DESC',
});
export const issuedById = loaderById(issuedDocuments);

export interface RunCounts {
  readonly total: number;
  readonly issued: number;
  readonly failed: number;
}

/** How far runs are. */
export const countsOfRun: LoaderDefinition<string, RunCounts> = {
  name: 'countsOfDocumentRun',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<RunCounts & { id: string; [column: string]: unknown }>(
      `SELECT run_id AS id, count(*)::int AS total, count(*) FILTER (WHERE state = 'issued')::int AS issued,
              count(*) FILTER (WHERE state = 'failed')::int AS failed
       FROM document_run_item WHERE run_id = ANY($1::uuid[]) GROUP BY 1`,
      [ids],
    );
    return inOrder(ids, rows, ({ id }) => id).map((row) => row ?? { total: 0, issued: 0, failed: 0 });
  },
};

/** Whose document it is, in words: a learner, an accompanying person, or the code of a flow. */
export const subjectName: LoaderDefinition<string, string | null> = {
  name: 'subjectOfDocument',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<{ id: string; name: string }>(
      `SELECT m.id, p.first_name || ' ' || p.last_name AS name FROM mobility m
         JOIN participant p ON p.id = m.participant_id WHERE m.id = ANY($1::uuid[])
       UNION ALL SELECT id, first_name || ' ' || last_name FROM accompanying_person WHERE id = ANY($1::uuid[])
       UNION ALL SELECT id, code FROM flow WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    return inOrder(ids, rows, ({ id }) => id).map((row) => row?.name ?? null);
  },
};

/** Templates within reach, the school's own first; those that were put away only its own. */
export async function listTemplates(ctx: Ctx, archived: boolean): Promise<DocumentTemplateRow[]> {
  const rows = await findAll(ctx, templateRows, {
    where: () => `x.archived_at IS ${archived ? 'NOT NULL' : 'NULL'}`,
    orderBy: 'x.organisation_id IS NULL, x.name_en, x.id',
  });
  return rows.filter(({ organisationId }) => !archived || organisationId !== null);
}
