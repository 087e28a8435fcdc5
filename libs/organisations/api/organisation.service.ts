import { explainConstraint, type Tx } from '@softmob/api-kit';
import { type Organisation } from './organisation.entity';
import { organisations } from './organisation.loaders';

explainConstraint('organisation_oid', 'OID_TAKEN', 'Another organisation has this OID already.');

/** An organisation and what changes. */
export interface OrganisationChange {
  readonly row: Organisation;
  readonly patch: Partial<Organisation>;
}

/** Changes any number of organisations in one statement and tells of each; several changes of one are put together. */
export async function patchOrganisations(tx: Tx, changes: readonly OrganisationChange[]): Promise<void> {
  const merged = new Map<string, OrganisationChange>();
  for (const { row, patch } of changes) {
    const earlier = merged.get(row.id);
    merged.set(row.id, { row, patch: { ...earlier?.patch, ...patch } });
  }
  const patched = new Set([...merged.values()].flatMap(({ patch }) => Object.keys(patch)));
  const columns = organisations.columns.filter(({ property }) => patched.has(property));
  if (columns.length === 0) return;
  const records = [...merged.values()].map(({ row, patch }) => {
    const full: Organisation = { ...row, ...patch };
    const cells = columns.map(({ column, property }): [string, unknown] => [
      column,
      full[property as keyof Organisation],
    ]);
    return Object.fromEntries<unknown>([['id', row.id], ...cells]);
  });
  await tx.db.query(
    `UPDATE organisation AS x SET ${columns.map(({ column }) => `${column} = r.${column}`).join(', ')}, version = x.version + 1
     FROM jsonb_populate_recordset(NULL::organisation, $1::jsonb) r WHERE x.id = r.id`,
    [JSON.stringify(records)],
  );
  await tx.events(
    [...merged.values()].map(({ row, patch }) => ({
      type: 'organisation.changed',
      subjectType: 'organisation',
      subjectId: row.id,
      organisationId: tx.actor.organisationId,
      ...tx.difference(organisations, row, patch),
    })),
  );
}
