import { may, mayEver, policy, reachSql, SqlParameters } from '@softmob/access';
import { type Ctx } from '@softmob/api-kit';
import { participants } from '@softmob/participants-api';
import { type ExportCell, type ExportColumn, toCsv, toXlsx } from '@softmob/participants-model';
import { type QueryResultRow } from 'pg';
import { cohortColumns, type CohortRow } from './cohort-columns';
import { localeOf } from './rule-faults';

/** Which part of the cohort. */
export interface CohortChoice {
  readonly projectId: string | null;
  readonly flowId: string | null;
}

/** Mobilities within reach with their participants, in one statement. */
function cohortRows(ctx: Ctx, { projectId, flowId }: CohortChoice): Promise<CohortRow[]> {
  const parameters = new SqlParameters();
  const reached = reachSql(policy.projects.reachMobility, ctx.actor, parameters, 'm');
  const ofProject = projectId ? `m.project_id = ${parameters.add(projectId)}::uuid` : 'TRUE';
  const ofFlow = flowId ? `m.flow_id = ${parameters.add(flowId)}::uuid` : 'TRUE';
  return ctx.db.query<CohortRow & QueryResultRow>(
    `SELECT ${participants.select('x')}, m.id AS "mobilityId", m.stage, m.host_access_until AS "hostAccessUntil",
            m.final_assessed_at AS "finalAssessedAt", f.code AS "flowCode", f.country, f.town AS "flowTown",
            m.starts_on AS "startsOn", m.ends_on AS "endsOn", h.name AS "hostName", c.name AS "companyName",
            m.bm_id AS "bmId", m.green_travel AS "greenTravel"
     FROM mobility m JOIN participant x ON x.id = m.participant_id JOIN flow f ON f.id = m.flow_id
     LEFT JOIN organisation h ON h.id = m.host_organisation_id LEFT JOIN organisation c ON c.id = m.company_id
     WHERE ${reached} AND ${ofProject} AND ${ofFlow} ORDER BY m.starts_on, f.code, m.id`,
    parameters.values,
  );
}

/** The cells of the export as this reader may see them; logged reads are noted. */
async function cohortCells(
  ctx: Ctx,
  choice: CohortChoice,
): Promise<{ columns: ExportColumn[]; cells: ExportCell[][] }> {
  ctx.assert(policy.projects.exportCohort);
  const { actor } = ctx;
  const columns = cohortColumns.filter(({ rule }) => mayEver(rule, actor.audience));
  const rows = await cohortRows(ctx, choice);
  const cells = rows.map((row) =>
    columns.map(({ rule, logged, value }): ExportCell => {
      if (!may(rule, actor, row)) return null;
      const cell = value(row, actor.today);
      if (logged && actor.audience === 'sendingCoordinator' && cell !== null) ctx.noteRead(logged, { ...row });
      return cell;
    }),
  );
  await ctx.flushAccessLog();
  // Sorted by what the reader sees: the order must not tell names that the stage still hides.
  const sorted = cells.sort((a, b) => a.slice(0, 3).join('\n').localeCompare(b.slice(0, 3).join('\n'), 'en'));
  const locale = localeOf(ctx);
  return {
    columns: columns.map(({ header, type }) => ({ header: header[locale], ...(type ? { type } : {}) })),
    cells: sorted,
  };
}

/** The cohort as a spreadsheet. @throws FORBIDDEN */
export async function cohortXlsx(ctx: Ctx, choice: CohortChoice): Promise<Buffer> {
  const { columns, cells } = await cohortCells(ctx, choice);
  return toXlsx(localeOf(ctx) === 'it' ? 'Coorte' : 'Cohort', columns, cells);
}

/** The cohort as CSV, safe to open in a spreadsheet. @throws FORBIDDEN */
export async function cohortCsv(ctx: Ctx, choice: CohortChoice): Promise<string> {
  const { columns, cells } = await cohortCells(ctx, choice);
  return toCsv([columns.map(({ header }) => header), ...cells]);
}
