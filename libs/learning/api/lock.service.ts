import { type Tx } from '@softmob/api-kit';
import { type Mobility } from '@softmob/projects-api';
import { type Signature } from './agreement.entity';
import { signatures, type VersionRow } from './learning.loaders';
import { about } from './which';

/** The signatures given under these versions so far. */
export async function signaturesOf(tx: Tx, versionIds: readonly string[]): Promise<Signature[]> {
  return tx.db.query<Signature>(
    `SELECT ${signatures.select('x')} FROM signature x WHERE x.revoked_at IS NULL AND x.version_id = ANY($1::uuid[])`,
    [versionIds],
  );
}

/** A version that everybody has signed. */
export interface Complete {
  readonly mobility: Mobility;
  readonly version: Pick<VersionRow, 'id' | 'agreementId' | 'number' | 'contentHash'>;
}

/** The version that is complete comes into force and will be sealed; the one before it makes way at once. */
export async function lock(tx: Tx, complete: readonly Complete[]): Promise<void> {
  if (complete.length === 0) return;
  const now = tx.ctx.clock.now();
  await tx.db.query(
    `UPDATE agreement_version SET status = 'superseded', superseded_at = $2, version = version + 1
     WHERE status = 'locked' AND agreement_id = ANY($1::uuid[])`,
    [complete.map(({ version }) => version.agreementId), now],
  );
  await tx.db.query(
    `UPDATE agreement_version SET status = 'locked', locked_at = $2, version = version + 1
     WHERE status = 'open' AND id = ANY($1::uuid[])`,
    [complete.map(({ version }) => version.id), now],
  );
  await tx.events(
    complete.map(({ mobility, version }) => ({
      type: 'agreement.locked',
      subjectType: 'agreement',
      subjectId: mobility.id,
      ...about(mobility),
      after: { number: version.number, contentHash: version.contentHash },
    })),
  );
  await tx.jobs(
    'learning:seal',
    complete.map(({ version }) => ({ versionId: version.id })),
  );
}
