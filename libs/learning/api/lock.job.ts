import { policy } from '@softmob/access';
import { type Ctx, type JobDefinition, write } from '@softmob/api-kit';
import { mobilities, type Mobility } from '@softmob/projects-api';
import { type QueryResultRow } from 'pg';
import { versionRows, type VersionRow } from './learning.loaders';
import { lock, signaturesOf } from './lock.service';
import { missingParties } from './signers';

/**
 * Whoever has turned eighteen needs no guardian's signature any more: what waited for that alone comes into force on
 * the birthday, without anybody having to act.
 */
async function lockComplete(ctx: Ctx): Promise<void> {
  await write(ctx, policy.identity.operate, async (tx) => {
    const versions = await tx.db.query<VersionRow & QueryResultRow>(
      `SELECT ${versionRows.select('x')} FROM agreement_version x JOIN mobility m ON m.id = x.mobility_id
       WHERE x.status = 'open' AND x.adult_on <= $1::date AND 'guardian' = ANY(x.required_parties) AND m.stage <> 'withdrawn'
         AND m.company_id IS NOT DISTINCT FROM x.company_id
         AND m.host_organisation_id IS NOT DISTINCT FROM x.host_organisation_id
       ORDER BY x.id FOR UPDATE OF x`,
      [tx.actor.today],
    );
    const given = await signaturesOf(
      tx,
      versions.map(({ id }) => id),
    );
    const complete = versions.filter((version) => {
      const own = given.filter(({ versionId }) => versionId === version.id);
      return own.length > 0 && missingParties(version, own, tx.actor.today).length === 0;
    });
    const rows = await tx.db.query<Mobility & QueryResultRow>(
      `SELECT ${mobilities.select('x')} FROM mobility x WHERE x.id = ANY($1::uuid[])`,
      [complete.map(({ mobilityId }) => mobilityId)],
    );
    const byId = new Map(rows.map((mobility) => [mobility.id, mobility]));
    await lock(
      tx,
      complete.flatMap((version) => {
        const mobility = byId.get(version.mobilityId);
        return mobility ? [{ mobility, version }] : [];
      }),
    );
    return complete.length;
  });
}

export const lockJob: JobDefinition = { rule: policy.identity.operate, run: lockComplete };
