import { type SqlParameters, toColumn } from '@softmob/access';
import { illegalState, type Tx, type Where } from '@softmob/api-kit';
import { type PlacementStep, placementTransition } from '@softmob/placements-model';
import { mobilities, type Mobility } from '@softmob/projects-api';
import { type QueryResultRow } from 'pg';
import { type Placement } from './placement.entity';
import { CURRENT, placements } from './placement.loaders';

/** Mobilities first, then placements: every change locks in this order, so that two cannot wait for each other. */
export interface Locked {
  readonly rows: Placement[];
  /** By id. */
  readonly mobilities: ReadonlyMap<string, Mobility>;
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));

/** Locks mobilities and what stands of their placements, all within reach. @throws NOT_FOUND */
export async function lockMobilities(tx: Tx, mobilityIds: readonly string[]): Promise<Locked> {
  const found = await tx.loadMany(mobilities, mobilityIds);
  const where: Where = (parameters: SqlParameters) =>
    `x.mobility_id = ANY(${parameters.add(mobilityIds)}::uuid[]) AND x.status IN ${CURRENT}`;
  return { rows: await tx.loadAll(placements, where), mobilities: byId(found) };
}

/** Locks placements and their mobilities, all within reach. @throws NOT_FOUND */
export async function lockPlacements(tx: Tx, ids: readonly string[]): Promise<Locked> {
  const owners = await tx.db.query<{ id: string }>(
    'SELECT mobility_id AS id FROM placement WHERE id = ANY($1::uuid[])',
    [ids],
  );
  const found = await tx.loadAll(
    mobilities,
    (parameters) => `x.id = ANY(${parameters.add(owners.map(({ id }) => id))}::uuid[])`,
  );
  return { rows: await tx.loadMany(placements, ids), mobilities: byId(found) };
}

/** Changes the named columns of placements in one statement; returns them as stored, in the same order. */
export async function patchPlacements(
  tx: Tx,
  rows: readonly Placement[],
  patchOf: (row: Placement) => Partial<Placement>,
): Promise<Placement[]> {
  if (rows.length === 0) return [];
  const patches = rows.map((row) => ({ id: row.id, ...patchOf(row) }));
  const named = new Set(patches.flatMap((patch) => Object.keys(patch)));
  const columns = placements.columns.filter(({ property }) => property !== 'id' && named.has(property));
  const records = patches.map((patch) =>
    Object.fromEntries(Object.entries(patch).map(([property, value]) => [toColumn(property), value])),
  );
  const written = await tx.db.query<Placement & QueryResultRow>(
    `UPDATE placement AS x SET ${columns.map(({ column }) => `${column} = r.${column}`).join(', ')}, version = x.version + 1
     FROM jsonb_populate_recordset(NULL::placement, $1::jsonb) r WHERE x.id = r.id RETURNING ${placements.select('x')}`,
    [JSON.stringify(records)],
  );
  const stored = byId(written);
  return rows.map((row) => stored.get(row.id) ?? row);
}

/** The status each row moves to. @throws ILLEGAL_STATE for the first row that does not allow the step */
export function nextStatus(row: Placement, step: PlacementStep): Placement['status'] {
  const moved = placementTransition(row.status, step);
  if (moved.ok) return moved.state;
  throw illegalState(
    `A placement that is ${row.status} cannot take the step "${step}".`,
    'PLACEMENT_STATUS',
    moved.missing,
  );
}

/** What every event of a placement carries. */
export const eventOf = (type: string, row: Placement, after: Record<string, unknown> = {}) => ({
  type,
  subjectType: 'placement',
  subjectId: row.id,
  organisationId: row.sendingOrganisationId,
  flowId: row.flowId,
  mobilityId: row.mobilityId,
  after: { hostOrganisationId: row.hostOrganisationId, companyId: row.companyId, ...after },
});
