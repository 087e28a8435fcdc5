import { illegalState, type Tx } from '@softmob/api-kit';
import { type MobilityStep, transition } from '@softmob/projects-model';
import { type QueryResultRow } from 'pg';
import { type Mobility } from './mobility.entity';
import { mobilities } from './project.loaders';

/** What changes together with the stage: the same for all rows, or made for each. */
export type StagePatch = Partial<Mobility> | ((row: Mobility) => Partial<Mobility>);

/** The stage each row moves to. @throws ILLEGAL_STATE naming the steps that must come first, for the first row refused */
function nextStages(rows: readonly Mobility[], step: MobilityStep): Mobility['stage'][] {
  return rows.map((row) => {
    const moved = transition(row.stage, step);
    if (moved.ok) return moved.state;
    const first = moved.missing.length > 0 ? ` First: ${moved.missing.join(', ')}.` : '';
    const message = `A mobility in stage "${row.stage}" cannot take the step "${step}".${first}`;
    throw illegalState(message, 'MOBILITY_STAGE', moved.missing);
  });
}

/** Writes rows back in one statement; only the named columns change, and the version moves on. */
async function writeBack(
  tx: Tx,
  rows: readonly Mobility[],
  properties: readonly (keyof Mobility)[],
): Promise<Mobility[]> {
  const columns = mobilities.columns.filter(({ property }) => properties.includes(property as keyof Mobility));
  const records = rows.map((row) => {
    const cells = columns.map(({ column, property }): [string, unknown] => [column, row[property as keyof Mobility]]);
    return Object.fromEntries<unknown>([['id', row.id], ...cells]);
  });
  const written = await tx.db.query<Mobility & QueryResultRow>(
    `UPDATE mobility AS x SET ${columns.map(({ column }) => `${column} = r.${column}`).join(', ')}, version = x.version + 1
     FROM jsonb_populate_recordset(NULL::mobility, $1::jsonb) r WHERE x.id = r.id RETURNING ${mobilities.select('x')}`,
    [JSON.stringify(records)],
  );
  const byId = new Map(written.map((row) => [row.id, row]));
  return rows.map((row) => byId.get(row.id) ?? row);
}

/** Changes columns of any number of locked mobilities in one statement; returns them as stored, in the same order. */
export async function patchMobilities(
  tx: Tx,
  rows: readonly Mobility[],
  patchOf: (row: Mobility) => Partial<Mobility>,
): Promise<Mobility[]> {
  if (rows.length === 0) return [];
  const patches = rows.map(patchOf);
  const properties = [...new Set(patches.flatMap((patch) => Object.keys(patch) as (keyof Mobility)[]))];
  const changed = rows.map((row, at): Mobility => ({ ...row, ...patches[at] }));
  return writeBack(tx, changed, properties);
}

/**
 * Takes one step of the mobility's state machine with any number of locked rows, in one statement. The caller appends
 * its own events. Returns the rows as stored, in the same order.
 * @throws ILLEGAL_STATE naming what is missing, where the step is not allowed for one of them
 */
export async function moveStage(
  tx: Tx,
  rows: readonly Mobility[],
  step: MobilityStep,
  patch: StagePatch = {},
): Promise<Mobility[]> {
  const stages = new Map(nextStages(rows, step).map((stage, at) => [rows[at]?.id, stage]));
  return patchMobilities(tx, rows, (row) => ({
    ...(typeof patch === 'function' ? patch(row) : patch),
    stage: stages.get(row.id) ?? row.stage,
  }));
}
