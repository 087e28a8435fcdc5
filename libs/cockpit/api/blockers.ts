import { reachSql, SqlParameters } from '@softmob/access';
import { type Ctx } from '@softmob/api-kit';
import { tasks, waitsSql } from '@softmob/processes-api';

/** An open step of a flow, counted over the people it concerns. */
export interface BlockerRow {
  readonly id: string;
  readonly flowId: string;
  readonly stepKey: string;
  readonly titleEn: string;
  readonly titleIt: string;
  readonly wholeFlow: boolean;
  readonly dueOn: string;
  readonly open: number;
  readonly late: number;
  readonly holder: { readonly role: string; readonly names: readonly string[]; readonly count: number };
}

interface Grouped extends Omit<BlockerRow, 'id' | 'holder'> {
  readonly role: string;
  readonly organisationId: string;
  readonly names: readonly string[];
  readonly count: number;
}

/** How many names one reads before "and 12 more". */
const NAMES = 3;

/** Whose turn a task is, by the role that holds it. A host reads only its own tasks, so no learner's name reaches it. */
export const HOLDER_NAME = `CASE x.role
  WHEN 'hostCoordinator' THEN (SELECT o.name FROM organisation o WHERE o.id = COALESCE(m.host_organisation_id, f.host_organisation_id))
  WHEN 'companyTutor' THEN (SELECT o.name FROM organisation o WHERE o.id = m.company_id)
  WHEN 'participant' THEN (SELECT p.first_name || ' ' || p.last_name FROM participant p WHERE p.id = m.participant_id)
  WHEN 'guardian' THEN (SELECT p.first_name || ' ' || p.last_name FROM participant p WHERE p.id = m.participant_id) END`;

/**
 * The open steps of flows that can be taken now, in one statement: late ones first, then by due day, at most `most` of
 * each flow. Before departure only what is due by then counts; `lateOnly` leaves out what still has time. A step that
 * waits for an earlier one blocks nobody by itself.
 */
async function openSteps(ctx: Ctx, flowIds: readonly string[], most: number, lateOnly: boolean): Promise<Grouped[]> {
  const parameters = new SqlParameters();
  const ids = parameters.add(flowIds);
  const today = parameters.add(ctx.actor.today);
  const reached = tasks.reach ? reachSql(tasks.reach, ctx.actor, parameters, 'x') : 'TRUE';
  return ctx.db.query<Grouped>(
    `WITH o AS (
       SELECT x.flow_id, x.organisation_id, x.step_key, x.title_en, x.title_it, x.role, x.mobility_id, x.due_on,
              x.due_on < ${today}::date AS late, ${HOLDER_NAME} AS name
       FROM task x JOIN flow f ON f.id = x.flow_id LEFT JOIN mobility m ON m.id = x.mobility_id
       WHERE x.flow_id = ANY(${ids}::uuid[]) AND x.done_at IS NULL AND x.cancelled_at IS NULL AND ${reached}
         AND NOT ${waitsSql('x')} AND (f.starts_on <= ${today}::date OR x.due_on < f.starts_on)${lateOnly ? ` AND x.due_on < ${today}::date` : ''}
     ), g AS (
       SELECT flow_id, organisation_id, step_key, min(title_en) AS title_en, min(title_it) AS title_it, min(role) AS role,
              bool_and(mobility_id IS NULL) AS whole, min(due_on) AS due_on, count(*)::int AS open,
              count(*) FILTER (WHERE late)::int AS late, array_agg(DISTINCT name) FILTER (WHERE name IS NOT NULL) AS names,
              array_agg(DISTINCT name) FILTER (WHERE late AND name IS NOT NULL) AS late_names
       FROM o GROUP BY flow_id, organisation_id, step_key
     ), r AS (
       SELECT g.*, row_number() OVER (PARTITION BY flow_id ORDER BY late > 0 DESC, due_on, open DESC, step_key) AS place FROM g
     )
     SELECT flow_id AS "flowId", organisation_id AS "organisationId", step_key AS "stepKey", title_en AS "titleEn",
            title_it AS "titleIt", role, whole AS "wholeFlow", due_on AS "dueOn", open, late,
            COALESCE((COALESCE(late_names, names))[1:${String(NAMES)}], '{}') AS names,
            COALESCE(cardinality(COALESCE(late_names, names)), 0) AS count
     FROM r WHERE place <= ${parameters.add(most)} ORDER BY flow_id, place`,
    parameters.values,
  );
}

/** Names of the school's own staff by organisation and role. */
export async function staffOf(
  ctx: Ctx,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await ctx.db.query<{ organisationId: string; role: string; names: string[] }>(
    `SELECT m.organisation_id AS "organisationId", m.role, array_agg(p.display_name ORDER BY p.display_name) AS names
     FROM membership m JOIN person p ON p.id = m.person_id
     WHERE m.organisation_id = ANY($1::uuid[]) AND m.role IN ('sendingCoordinator', 'sendingTeacher') AND m.ended_at IS NULL
     GROUP BY m.organisation_id, m.role`,
    [organisationIds],
  );
  return new Map(rows.map((row) => [`${row.organisationId}:${row.role}`, row.names]));
}

/** What blocks these flows and who holds it, by flow, in two statements whatever their number. */
export async function blockersOfFlows(
  ctx: Ctx,
  flowIds: readonly string[],
  options: { most: number; lateOnly?: boolean },
): Promise<BlockerRow[]> {
  if (flowIds.length === 0) return [];
  const groups = await openSteps(ctx, flowIds, options.most, options.lateOnly ?? false);
  const staff = await staffOf(ctx, [...new Set(groups.map(({ organisationId }) => organisationId))]);
  return groups.map(({ role, names, count, organisationId, ...group }) => {
    const people = staff.get(`${organisationId}:${role}`);
    return {
      ...group,
      id: `${group.flowId}:${group.stepKey}`,
      holder: people ? { role, names: people.slice(0, NAMES), count: people.length } : { role, names, count },
    };
  });
}
