import { type Ctx, type Db, invalid } from '@softmob/api-kit';
import {
  type ActivityCode,
  addPlaces,
  checkActivity,
  checkFlowDates,
  freeCode,
  MOST_WEEKS,
  nearestWholeWeek,
  type OccupationPlaces,
  type ProjectAction,
  type RuleFinding,
  shiftStay,
  weeksBetween,
} from '@softmob/projects-model';
import { type Flow, type Project } from '../project.entity';
import { type CloneFlowsInput } from './clone.inputs';

/** As many flows as one project has. */
const MOST_FLOWS = 50;

/** Places asked of one host, by occupation. */
export interface HostPlaces {
  readonly hostOrganisationId: string;
  readonly places: readonly OccupationPlaces[];
}

/** A flow as it would be next year. */
export interface PlannedFlow {
  readonly source: Flow;
  readonly code: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly places: readonly OccupationPlaces[];
  readonly hosts: readonly HostPlaces[];
  readonly accompanyingPlaces: number;
  readonly findings: readonly RuleFinding[];
}

/** @throws VALIDATION unless 1 to 50 flows are named */
export function checkFlowIds(flowIds: readonly string[]): string[] {
  const ids = [...new Set(flowIds)];
  if (ids.length === 0 || ids.length > MOST_FLOWS) throw invalid('flowIds', 'FLOWS_COUNT', 'Name 1 to 50 flows.');
  return ids;
}

function weeksOf({ weeks, firstDeparture }: CloneFlowsInput, earliest: string): number {
  if ((weeks == null) === (firstDeparture == null)) {
    throw invalid('weeks', 'SHIFT_ONE_OF', 'Give either the weeks or the first departure.');
  }
  if (firstDeparture == null) return weeks ?? 0;
  const whole = weeksBetween(earliest, firstDeparture);
  if (whole !== null) return whole;
  const nearest = nearestWholeWeek(earliest, firstDeparture);
  throw invalid(
    'firstDeparture',
    'WHOLE_WEEKS',
    `Flows keep their day of the week: the nearest such day is ${nearest}.`,
    { nearest },
  );
}

/** By how many weeks the flows move. @throws VALIDATION where these are no whole weeks, too many or into the past */
export function shiftOf(ctx: Ctx, input: CloneFlowsInput, sources: readonly Flow[]): number {
  const earliest = sources.map(({ startsOn }) => startsOn).sort()[0] ?? ctx.actor.today;
  const weeks = weeksOf(input, earliest);
  const path = input.firstDeparture == null ? 'weeks' : 'firstDeparture';
  if (weeks === 0 || Math.abs(weeks) > MOST_WEEKS) {
    throw invalid(path, 'SHIFT_RANGE', `Move them by 1 to ${String(MOST_WEEKS)} weeks.`, { most: MOST_WEEKS });
  }
  if (shiftStay({ startsOn: earliest, endsOn: earliest }, weeks).startsOn <= ctx.actor.today) {
    throw invalid(path, 'DEPARTS_IN_PAST', 'The first departure would lie in the past.');
  }
  return weeks;
}

interface Counted {
  readonly flowId: string;
  readonly hostOrganisationId: string | null;
  readonly occupation: string;
  readonly places: number;
}

/** How many went, by flow, host and occupation; of a flow that nobody went with, what it had wanted. */
function countPlaces(db: Db, flowIds: readonly string[]): Promise<Counted[]> {
  return db.query<Counted & Record<string, unknown>>(
    `WITH went AS (
       SELECT m.flow_id, COALESCE(m.host_organisation_id, f.host_organisation_id) AS host, p.occupation, count(*)::int AS places
       FROM mobility m JOIN flow f ON f.id = m.flow_id JOIN participant p ON p.id = m.participant_id
       WHERE m.flow_id = ANY($1::uuid[]) AND m.stage <> 'withdrawn' GROUP BY 1, 2, 3
     )
     SELECT flow_id AS "flowId", host AS "hostOrganisationId", occupation, places FROM went
     UNION ALL
     SELECT n.flow_id, f.host_organisation_id, w.occupation, w.places
     FROM flow_plan n JOIN flow f ON f.id = n.flow_id
     CROSS JOIN LATERAL jsonb_to_recordset(n.places) AS w(occupation text, places integer)
     WHERE n.flow_id = ANY($1::uuid[]) AND NOT EXISTS (SELECT 1 FROM went WHERE went.flow_id = n.flow_id)`,
    [flowIds],
  );
}

async function countTeachers(db: Db, flowIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ flowId: string; count: number }>(
    `SELECT f.id AS "flowId", COALESCE(NULLIF(count(a.id), 0), max(n.accompanying_places), 0)::int AS count
     FROM flow f LEFT JOIN accompanying_person a ON a.flow_id = f.id LEFT JOIN flow_plan n ON n.flow_id = f.id
     WHERE f.id = ANY($1::uuid[]) GROUP BY f.id`,
    [flowIds],
  );
  return new Map(rows.map(({ flowId, count }) => [flowId, count]));
}

async function codesOf(db: Db, projectId: string): Promise<Set<string>> {
  const rows = await db.query<{ code: string }>('SELECT code FROM flow WHERE project_id = $1', [projectId]);
  return new Set(rows.map(({ code }) => code));
}

/** Who is asked for how many: each host for its own; the flow's host at least, where nobody of it is known. */
function hostsOf(source: Flow, counted: readonly Counted[]): HostPlaces[] {
  const ids = new Set([source.hostOrganisationId, ...counted.map(({ hostOrganisationId }) => hostOrganisationId)]);
  return [...ids].flatMap((id) => {
    if (id === null) return [];
    const places = addPlaces([counted.filter(({ hostOrganisationId }) => hostOrganisationId === id)]);
    return places.length > 0 || id === source.hostOrganisationId ? [{ hostOrganisationId: id, places }] : [];
  });
}

/**
 * Last year's flows as next year's in a project: three statements, whatever their number. Only counts are read of
 * people. Findings say what breaks a rule of the call; nothing is written.
 */
export async function planClones(
  db: Db,
  project: Project,
  sources: readonly Flow[],
  weeks: number,
): Promise<PlannedFlow[]> {
  const ids = sources.map(({ id }) => id);
  const [counted, teachers, taken] = [
    await countPlaces(db, ids),
    await countTeachers(db, ids),
    await codesOf(db, project.id),
  ];
  return sources.map((source): PlannedFlow => {
    const own = counted.filter(({ flowId }) => flowId === source.id);
    const code = freeCode(source.code, taken);
    taken.add(code);
    const { startsOn, endsOn } = shiftStay(source, weeks);
    const activityType = source.activityType as ActivityCode;
    return {
      source,
      code,
      startsOn,
      endsOn,
      places: addPlaces([own]),
      hosts: hostsOf(source, own),
      accompanyingPlaces: teachers.get(source.id) ?? 0,
      findings: [
        ...checkActivity(project.action as ProjectAction, activityType),
        ...checkFlowDates({ activityType, callYear: project.callYear, start: startsOn, end: endsOn, project }),
      ],
    };
  });
}
