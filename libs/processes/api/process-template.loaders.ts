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
import { ProcessTemplateRow, ProcessTemplateVersion } from './process-template.entity';

const { reachTemplate, reachTemplateVersion } = policy.processes;

export const processTemplateRows = source(ProcessTemplateRow, { name: 'process_template', reach: reachTemplate });
export const processVersions = source(ProcessTemplateVersion, {
  name: 'process_template_version',
  reach: reachTemplateVersion,
});

/** Whoever sees a flow sees the process that it follows, also where its owner shares it no more. */
export const processVersionById = loaderById(processVersions);
export const processTemplateById = loaderById(processTemplateRows);
/** Versions of templates that were reached before, the newest first. */
export const versionsOfTemplate = loaderOfChildren(processVersions, 'templateId', {
  established: 'processTemplate',
  orderBy: 'x.template_id, x.number DESC',
});

/** Names of the schools that own templates. */
export const schoolName: LoaderDefinition<string, string | null> = {
  name: 'schoolName',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<{ id: string; name: string }>(
      'SELECT id, name FROM organisation WHERE id = ANY($1::uuid[])',
      [ids],
    );
    return inOrder(ids, rows, ({ id }) => id).map((row) => row?.name ?? null);
  },
};

/** How many of the reader's own flows follow a template, in any of its versions. */
export const followersOfTemplate: LoaderDefinition<string, number> = {
  name: 'followersOfTemplate',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<{ id: string; flows: number }>(
      `SELECT v.template_id AS id, count(*)::int AS flows FROM process_template_version v
       JOIN flow f ON f.process_template_version_id = v.id
       WHERE v.template_id = ANY($1::uuid[]) AND f.organisation_id = $2::uuid GROUP BY 1`,
      [ids, ctx.organisationId],
    );
    return inOrder(ids, rows, ({ id }) => id).map((row) => row?.flows ?? 0);
  },
};

/** Templates within reach: the school's own first, then those shipped, then those of partners; put away only its own. */
export async function listTemplates(ctx: Ctx, archived: boolean): Promise<ProcessTemplateRow[]> {
  const rows = await findAll(ctx, processTemplateRows, {
    where: () => `x.archived_at IS ${archived ? 'NOT NULL' : 'NULL'}`,
    orderBy: 'x.name_en, x.id',
  });
  const own = ctx.organisationId;
  const rank = ({ organisationId }: ProcessTemplateRow) =>
    organisationId === own ? 0 : organisationId === null ? 1 : 2;
  return rows.filter((row) => !archived || rank(row) === 0).sort((a, b) => rank(a) - rank(b));
}
