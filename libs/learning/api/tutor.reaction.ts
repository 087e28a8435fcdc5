import { type DomainEvent, type Reaction, type Tx } from '@softmob/api-kit';
import { type Party } from '@softmob/learning-model';
import { type QueryResultRow } from 'pg';
import { type VersionRow, versionRows } from './learning.loaders';
import { signaturesOf } from './lock.service';
import { mailSigners } from './signer-mails.service';
import { inTurn } from './signers';

/** What the former tutor had still to sign is asked of the new one, where it is the company's turn. */
async function askNewTutors(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const open = await tx.db.query<VersionRow & QueryResultRow>(
    `SELECT ${versionRows.select('x')} FROM agreement_version x JOIN mobility m ON m.id = x.mobility_id
     WHERE x.status = 'open' AND x.mobility_id = ANY($1::uuid[]) AND m.company_id = x.company_id ORDER BY x.id`,
    [events.map(({ mobilityId }) => mobilityId)],
  );
  const given = await signaturesOf(
    tx,
    open.map(({ id }) => id),
  );
  const asked = open
    .filter((version) => {
      const own = given.filter(({ versionId }) => versionId === version.id);
      return inTurn(version, own, tx.actor.today).includes('hosting');
    })
    .map(({ id }): [string, Party[]] => [id, ['hosting']]);
  await mailSigners(tx, 'sign', new Map(asked));
}

export const tutorReaction: Reaction = { on: 'placement.tutor-replaced', runAll: askNewTutors };
