import { type Ctx, findAll, findPage, groupsBy, invalid, type PageInput } from '@softmob/api-kit';
import { peakTaken } from '@softmob/placements-model';
import { addDays, daysBetween } from '@softmob/processes-model';
import { type Capacity } from './capacity.entity';
import { listCapacities } from './capacity.service';
import { type PlacementFilter } from './inputs';
import { type Placement } from './placement.entity';
import { CURRENT, freePlaces, placements, type Stay, staysOfCapacity } from './placement.loaders';

/** What waits for an answer, of one flow. */
export interface RequestGroup {
  readonly flowId: string;
  readonly sendingOrganisationId: string;
  /** When the oldest of them was asked for. */
  readonly requestedAt: Date;
  readonly placements: readonly Placement[];
}

/** What waits for the host's answer, grouped by flow, the nearest departure first. */
export async function placementRequests(ctx: Ctx, flowId?: string | null): Promise<RequestGroup[]> {
  const rows = await findAll(ctx, placements, {
    orderBy: 'x.starts_on, x.flow_id, x.requested_at, x.id',
    where: (parameters) =>
      `x.status IN ('requested', 'proposed')${flowId ? ` AND x.flow_id = ${parameters.add(flowId)}::uuid` : ''}`,
  });
  return [...groupsBy(rows, (row) => row.flowId).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const requestedAt = own.reduce(
      (oldest, row) => (row.requestedAt < oldest ? row.requestedAt : oldest),
      first.requestedAt,
    );
    return [{ flowId: first.flowId, sendingOrganisationId: first.sendingOrganisationId, requestedAt, placements: own }];
  });
}

/** Who arrives from today on, within so many weeks (1 to 52), by day and company; a change of company is no arrival. */
export function arrivals(ctx: Ctx, weeks: number): Promise<Placement[]> {
  if (weeks < 1 || weeks > 52) throw invalid('weeks', 'WEEKS', 'Ask for 1 to 52 weeks.');
  const { today } = ctx.actor;
  return findAll(ctx, placements, {
    join: 'JOIN organisation o ON o.id = x.company_id',
    orderBy: 'x.starts_on, x.flow_id, lower(o.name), x.id',
    where: (parameters) =>
      `x.status = 'confirmed' AND NOT EXISTS (SELECT 1 FROM placement b WHERE b.mobility_id = x.mobility_id AND b.status = 'ended')
       AND x.starts_on BETWEEN ${parameters.add(today)}::date AND ${parameters.add(addDays(today, weeks * 7))}::date`,
  });
}

/** Placements within reach, by departure. */
export function listPlacements(ctx: Ctx, filter: PlacementFilter | null, page: PageInput) {
  return findPage(ctx, placements, page, {
    sort: [
      { sql: 'x.starts_on', type: 'date' },
      { sql: 'x.requested_at', type: 'timestamptz' },
    ],
    where: (parameters) => {
      const parts = [
        filter?.statuses?.length ? `x.status = ANY(${parameters.add(filter.statuses)})` : `x.status IN ${CURRENT}`,
      ];
      if (filter?.flowId) parts.push(`x.flow_id = ${parameters.add(filter.flowId)}::uuid`);
      if (filter?.companyId) parts.push(`x.company_id = ${parameters.add(filter.companyId)}::uuid`);
      if (filter?.from) parts.push(`x.ends_on >= ${parameters.add(filter.from)}::date`);
      if (filter?.to) parts.push(`x.starts_on <= ${parameters.add(filter.to)}::date`);
      return parts.join(' AND ');
    },
  });
}

/** Places of one week, Monday to Sunday as asked from the first day on. */
export interface CapacityWeek {
  readonly startsOn: string;
  readonly places: number;
  readonly taken: number;
  readonly confirmed: number;
  readonly free: number;
}

function weekOf(capacity: Capacity, stays: readonly Stay[], startsOn: string): CapacityWeek {
  const endsOn = addDays(startsOn, 6);
  const open = (capacity.startsOn ?? startsOn) <= endsOn && (capacity.endsOn ?? endsOn) >= startsOn;
  const [from, to] = [
    capacity.startsOn && capacity.startsOn > startsOn ? capacity.startsOn : startsOn,
    capacity.endsOn && capacity.endsOn < endsOn ? capacity.endsOn : endsOn,
  ];
  return {
    startsOn,
    places: open ? capacity.places : 0,
    taken: peakTaken(stays, startsOn, endsOn),
    confirmed: peakTaken(
      stays.filter((stay) => stay.confirmed),
      startsOn,
      endsOn,
    ),
    free: open ? freePlaces(capacity, stays, from, to) : 0,
  };
}

/** Free and taken places of each company by week. Two statements, whatever the period (at most 60 weeks). */
export async function capacityByWeek(ctx: Ctx, from: string, to: string) {
  const weeks = Math.floor(daysBetween(from, to) / 7) + 1;
  if (weeks < 1 || weeks > 60) throw invalid('to', 'WEEKS', 'Ask for 1 to 60 weeks.');
  const rows = await listCapacities(ctx);
  const stays = await ctx.load(staysOfCapacity).loadMany(rows.map((row) => row.id));
  const starts = Array.from({ length: weeks }, (_week, at) => addDays(from, at * 7));
  return rows.map((capacity, at) => {
    const own = stays[at];
    return { capacity, weeks: starts.map((day) => weekOf(capacity, own && !(own instanceof Error) ? own : [], day)) };
  });
}
