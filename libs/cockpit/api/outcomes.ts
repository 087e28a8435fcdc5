import { reachSql, SqlParameters } from '@softmob/access';
import { type Ctx, findOne } from '@softmob/api-kit';
import { mobilities, projects } from '@softmob/projects-api';

/** How far people have come with the outcomes of one unit; outcomes are counted, each person's for itself. */
export interface UnitRow {
  readonly id: string;
  readonly unitKey: string;
  readonly titleEn: string;
  readonly titleIt: string;
  readonly participants: number;
  readonly assessed: number;
  readonly notYet: number;
  readonly withHelp: number;
  readonly independently: number;
  readonly inNewSituations: number;
}

const LEVELS = ['notYet', 'withHelp', 'independently', 'inNewSituations'];

/**
 * The units of all agreements in force of a project, in one statement. A person's final assessment counts, and before
 * there is one the look at mid-term.
 * @throws NOT_FOUND
 */
export async function outcomesOfProject(ctx: Ctx, projectId: string): Promise<UnitRow[]> {
  await findOne(ctx, projects, projectId);
  const parameters = new SqlParameters();
  const project = parameters.add(projectId);
  const reached = mobilities.reach ? reachSql(mobilities.reach, ctx.actor, parameters, 'm') : 'TRUE';
  const counts = LEVELS.map((level) => `count(*) FILTER (WHERE r.attainment = '${level}')::int AS "${level}"`);
  return ctx.db.query<UnitRow>(
    `WITH v AS (
       SELECT v.mobility_id, v.content FROM agreement_version v JOIN mobility m ON m.id = v.mobility_id
       WHERE m.project_id = ${project}::uuid AND m.stage <> 'withdrawn' AND v.status = 'locked' AND ${reached}
     ), u AS (
       SELECT v.mobility_id, unit->>'key' AS key, unit->'title' AS title
       FROM v CROSS JOIN jsonb_array_elements(v.content->'units') AS unit
     ), last AS (
       SELECT DISTINCT ON (a.mobility_id) a.mobility_id, a.outcomes FROM assessment a JOIN v ON v.mobility_id = a.mobility_id
       WHERE a.submitted_at IS NOT NULL AND a.kind IN ('midterm', 'final') ORDER BY a.mobility_id, a.kind
     ), r AS (
       SELECT last.mobility_id, split_part(o->>'outcomeKey', '/', 1) AS key, o->>'attainment' AS attainment
       FROM last CROSS JOIN jsonb_array_elements(last.outcomes) AS o
     )
     SELECT u.key AS id, u.key AS "unitKey", min(u.title->>'en') AS "titleEn", min(u.title->>'it') AS "titleIt",
            count(DISTINCT u.mobility_id)::int AS participants, count(DISTINCT r.mobility_id)::int AS assessed, ${counts.join(', ')}
     FROM u LEFT JOIN r ON r.mobility_id = u.mobility_id AND r.key = u.key
     GROUP BY u.key ORDER BY participants DESC, u.key`,
    parameters.values,
  );
}
