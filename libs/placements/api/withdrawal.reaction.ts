import { type DomainEvent, type Reaction, type Tx } from '@softmob/api-kit';
import { mobilities, type Mobility, moveStage } from '@softmob/projects-api';
import { type QueryResultRow } from 'pg';
import { eventOf, patchPlacements } from './lock';
import { endSeats } from './notices';
import { type Placement } from './placement.entity';
import { CURRENT, placements } from './placement.loaders';
import { type Following, tellOfVacated } from './withdrawal.notices';

interface Successor {
  id: string;
  sameOccupation: boolean;
  startsOn: string;
}

/** What stands of the withdrawn mobilities' placements, locked. Whoever withdraws need not reach the placement. */
function currentOf(tx: Tx, mobilityIds: readonly string[]): Promise<Placement[]> {
  return tx.db.query<Placement & QueryResultRow>(
    `SELECT ${placements.select('x')} FROM placement x WHERE x.mobility_id = ANY($1::uuid[]) AND x.status IN ${CURRENT}
     ORDER BY x.id FOR UPDATE`,
    [mobilityIds],
  );
}

/** Why somebody withdrew is not for everybody who reads the placement: it stays with the mobility. */
async function cancelAll(tx: Tx, rows: readonly Placement[]): Promise<Placement[]> {
  const cancelled = await patchPlacements(tx, rows, () => ({
    status: 'cancelled',
    endedAt: tx.ctx.clock.now(),
  }));
  await tx.events(cancelled.map((row) => eventOf('placement.cancelled', row, { withdrawn: true })));
  const told = cancelled.filter((row) => row.confirmedAt !== null);
  await endSeats(
    tx,
    told.map(({ mobilityId, tutorPersonId, companyId }) => ({ id: mobilityId, tutorPersonId, companyId })),
  );
  return cancelled;
}

/** Reserves that still wait for a place and may take the one that has become free: for a company, of its occupation. */
async function successorsOf(tx: Tx, pairs: readonly { mobilityId: string; replacementId: string }[]) {
  const rows = await tx.db.query<Successor & { replaced: string } & QueryResultRow>(
    `SELECT m.id, r."mobilityId" AS replaced, p.occupation = q.occupation AS "sameOccupation",
            w.starts_on AS "startsOn"
     FROM jsonb_to_recordset($1::jsonb) r("mobilityId" uuid, "replacementId" uuid)
     JOIN mobility m ON m.id = r."replacementId" AND m.stage = 'selected' JOIN participant p ON p.id = m.participant_id
     JOIN mobility w ON w.id = r."mobilityId" JOIN participant q ON q.id = w.participant_id`,
    [JSON.stringify(pairs)],
  );
  return new Map(rows.map((row) => [row.replaced, row]));
}

async function lockSuccessors(tx: Tx, ids: readonly string[]): Promise<Mobility[]> {
  return tx.db.query<Mobility & QueryResultRow>(
    `SELECT ${mobilities.select('x')} FROM mobility x WHERE x.id = ANY($1::uuid[]) ORDER BY x.id FOR UPDATE`,
    [ids],
  );
}

async function passOn(
  tx: Tx,
  cancelled: readonly Placement[],
  successors: Map<string, Successor>,
): Promise<Placement[]> {
  const open = cancelled.filter((row) => {
    const successor = successors.get(row.mobilityId);
    // A company that took over during the stay has places from that day on only.
    const whole = successor !== undefined && row.startsOn <= successor.startsOn;
    return whole && (row.capacityId === null || successor.sameOccupation);
  });
  const before = new Map(open.map((row) => [successors.get(row.mobilityId)?.id, row]));
  const moved = await moveStage(
    tx,
    await lockSuccessors(
      tx,
      [...before.keys()].filter((id) => id !== undefined),
    ),
    'propose',
    (row) => ({
      hostOrganisationId: before.get(row.id)?.hostOrganisationId ?? null,
      companyId: null,
      tutorPersonId: null,
    }),
  );
  const now = tx.ctx.clock.now();
  const made = await tx.insert(
    placements,
    moved.flatMap((mobility) => {
      const old = before.get(mobility.id);
      if (!old) return [];
      const { flowId, sendingOrganisationId, hostOrganisationId, capacityId, companyId, tutorPersonId } = old;
      return [
        {
          id: tx.newId(),
          mobilityId: mobility.id,
          participantId: mobility.participantId,
          startsOn: mobility.startsOn,
          endsOn: mobility.endsOn,
          ...{ flowId, sendingOrganisationId, hostOrganisationId, capacityId, companyId, tutorPersonId },
          status: capacityId ? ('proposed' as const) : ('requested' as const),
          proposedBy: capacityId ? ('sendingCoordinator' as const) : null,
          requestedAt: now,
          proposedAt: capacityId ? now : null,
        },
      ];
    }),
  );
  await tx.events(made.map((row) => eventOf('placement.proposed', row, { status: row.status })));
  return made;
}

/** What becomes of a place: the successor's placement, if they take this one. */
function followingOf(
  placement: Placement,
  pairs: readonly { mobilityId: string; replacementId: string }[],
  made: readonly Placement[],
): Following {
  const pair = pairs.find(({ mobilityId }) => mobilityId === placement.mobilityId);
  if (!pair) return 'none';
  const follows = made.find(({ mobilityId }) => mobilityId === pair.replacementId);
  if (!follows) return 'other';
  return follows.capacityId ? 'proposed' : 'asked';
}

async function react(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  const idOf = (event: DomainEvent) => event.mobilityId ?? event.subjectId;
  const rows = await currentOf(tx, events.map(idOf));
  if (rows.length === 0) return;
  const cancelled = await cancelAll(tx, rows);
  const pairs = events.flatMap((event) => {
    const replacementId = event.after?.replacementId;
    return typeof replacementId === 'string' ? [{ mobilityId: idOf(event), replacementId }] : [];
  });
  const made = await passOn(tx, cancelled, await successorsOf(tx, pairs));
  await tellOfVacated(
    tx,
    cancelled.map((placement) => ({ placement, next: followingOf(placement, pairs, made) })),
  );
}

/**
 * Who withdraws gives the place back. The reserve who was promoted takes it over where the occupation is the same: as a
 * proposal to the same host and company, which are told.
 */
export const withdrawalReaction: Reaction = { on: 'mobility.withdrawn', runAll: react };
