import { policy } from '@softmob/access';
import { grouped, inOrder, loaderById, type LoaderDefinition, loaderOfChildren, source } from '@softmob/api-kit';
import { peakTaken } from '@softmob/placements-model';
import { type QueryResultRow } from 'pg';
import { Capacity } from './capacity.entity';
import { Placement } from './placement.entity';

export const placements = source(Placement, { name: 'placement', reach: policy.placements.reachPlacement });
export const capacities = source(Capacity, { name: 'capacity', reach: policy.placements.reachCapacity });

/** The statuses that stand: what was declined, cancelled or ended early is history. */
export const CURRENT = `('requested', 'proposed', 'confirmed')`;
/** The statuses that take a place on the days of the stay. */
export const HOLDING = `('proposed', 'confirmed', 'ended')`;

export const capacityById = loaderById(capacities);
/** At most one that stands per mobility (the database sees to it), then those that were ended early, the latest first. */
export const placementsOfMobility = loaderOfChildren(placements, 'mobilityId', {
  established: 'mobility',
  orderBy: `x.status = 'ended', x.starts_on DESC`,
  where: `x.status IN ('requested', 'proposed', 'confirmed', 'ended')`,
});
/** Companies that could not go on, the first one first: stays that were ended, or given up before they began. */
export const formerPlacementsOfMobility: LoaderDefinition<string, Placement[]> = {
  ...loaderOfChildren(placements, 'mobilityId', {
    established: 'mobility',
    orderBy: 'x.starts_on, x.ended_at',
    where: `x.confirmed_at IS NOT NULL AND x.ended_at IS NOT NULL`,
  }),
  name: 'formerPlacementsByMobility',
};
export const capacitiesOfCompany = loaderOfChildren(capacities, 'companyId', {
  established: 'organisation',
  orderBy: 'x.occupation, x.starts_on NULLS FIRST, x.id',
});

/** The tutor of a placement. */
export interface Tutor {
  readonly placementId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

export const tutorOfPlacement: LoaderDefinition<string, Tutor | null> = {
  name: 'tutorOfPlacement',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<Tutor & QueryResultRow>(
      `SELECT x.id AS "placementId", p.id AS "personId", p.display_name AS name, p.email, m.phone
       FROM placement x JOIN person p ON p.id = x.tutor_person_id
       LEFT JOIN membership m ON m.person_id = p.id AND m.organisation_id = x.company_id AND m.role = 'companyTutor'
       WHERE x.id = ANY($1::uuid[])`,
      [ids],
    );
    return inOrder(ids, rows, (row) => row.placementId);
  },
};

/** A stay that takes a place. */
export interface Stay {
  readonly capacityId: string;
  readonly starts: string;
  readonly ends: string;
  readonly confirmed: boolean;
}

/** The stays that take places of reached capacities, as figures without people. */
export const staysOfCapacity: LoaderDefinition<string, Stay[]> = {
  name: 'staysOfCapacity',
  async batch(ctx, ids) {
    const rows = await ctx.db.query<Stay & QueryResultRow>(
      `SELECT capacity_id AS "capacityId", starts_on AS starts, ends_on AS ends, status <> 'proposed' AS confirmed
       FROM placement WHERE capacity_id = ANY($1::uuid[]) AND status IN ${HOLDING} ORDER BY starts_on`,
      [ids],
    );
    return grouped(ids, rows, (row) => row.capacityId);
  },
};

/** How many places are free through a whole period: never below 0, and none where the capacity does not cover it. */
export function freePlaces(capacity: Capacity, stays: readonly Stay[], from: string, to: string): number {
  const covers = (capacity.startsOn ?? from) <= from && (capacity.endsOn ?? to) >= to;
  return covers ? Math.max(0, capacity.places - peakTaken(stays, from, to)) : 0;
}
