import { policy } from '@softmob/access';
import { type Ctx, illegalState, type Tx, validate, write } from '@softmob/api-kit';
import { moveStage } from '@softmob/projects-api';
import { z } from 'zod';
import { type Capacity } from './capacity.entity';
import { bulkOf, reasonOf } from './inputs';
import { eventOf, lockMobilities, lockPlacements, nextStatus, patchPlacements } from './lock';
import { notify, tellTutors } from './notices';
import { type Placement } from './placement.entity';
import { capacities } from './placement.loaders';
import { chooseTutors } from './tutors';

const rules = policy.placements;
const DAY = 86_400_000;

/** The rows as they would be confirmed: those without a company get the given places. */
async function completed(tx: Tx, rows: readonly Placement[], into: Capacity | null): Promise<Placement[]> {
  const tutors = await chooseTutors(
    tx,
    rows.map((row) => {
      const companyId = row.companyId ?? into?.companyId;
      if (!companyId) {
        throw illegalState('Choose a company before you confirm.', 'PLACEMENT_WITHOUT_COMPANY', ['propose']);
      }
      return { companyId, wanted: null, kept: row.companyId ? row.tutorPersonId : null };
    }),
  );
  return rows.map((row, at) => {
    const tutorPersonId = tutors[at] ?? null;
    if (row.companyId || !into) return { ...row, tutorPersonId };
    const status = nextStatus(row, 'propose');
    return { ...row, status, tutorPersonId, capacityId: into.id, companyId: into.companyId };
  });
}

async function retentionOf(tx: Tx, rows: readonly Placement[]): Promise<Map<string | null, number>> {
  const found = await tx.db.query<{ id: string; days: number }>(
    'SELECT id, retention_days AS days FROM organisation WHERE id = ANY($1::uuid[])',
    [rows.map((row) => row.hostOrganisationId ?? row.companyId)],
  );
  return new Map(found.map(({ id, days }) => [id, days]));
}

/** Hands over to the mobility what the placement settled: from here on host and company know the person. */
async function settle(tx: Tx, rows: readonly Placement[], mobilities: Parameters<typeof moveStage>[1]): Promise<void> {
  const placementOf = new Map(rows.map((row) => [row.mobilityId, row]));
  const retention = await retentionOf(tx, rows);
  await moveStage(tx, mobilities, 'confirm', (mobility) => {
    const row = placementOf.get(mobility.id);
    const days = retention.get(row?.hostOrganisationId ?? row?.companyId ?? null) ?? 0;
    return {
      hostOrganisationId: row?.hostOrganisationId ?? null,
      companyId: row?.companyId ?? null,
      tutorPersonId: row?.tutorPersonId ?? null,
      hostAccessUntil: new Date(Date.parse(`${mobility.endsOn}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10),
    };
  });
}

/**
 * Confirms placements; those still without a company take a place of `capacityId`. Each tutor gets one e-mail with one
 * link for all of theirs, each school one e-mail.
 * @throws NOT_FOUND, FORBIDDEN, ILLEGAL_STATE (no company, not open any more), CONFLICT (full)
 */
export function confirmPlacements(ctx: Ctx, ids: readonly string[], capacityId?: string | null): Promise<Placement[]> {
  const wanted = validate(bulkOf, ids);
  return write(ctx, rules.confirm, async (tx) => {
    const { rows, mobilities } = await lockPlacements(tx, wanted);
    for (const row of rows) ctx.assert(rules.confirm, row);
    const into = capacityId ? await tx.load(capacities, capacityId) : null;
    const ready = await completed(tx, rows, into);
    const byId = new Map(ready.map((row) => [row.id, row]));
    const confirmed = await patchPlacements(tx, rows, (row) => {
      const next = byId.get(row.id) ?? row;
      return {
        status: nextStatus(next, 'confirm'),
        capacityId: next.capacityId,
        companyId: next.companyId,
        tutorPersonId: next.tutorPersonId,
        proposedBy: next.proposedBy ?? tx.actor.audience,
        proposedAt: next.proposedAt ?? tx.ctx.clock.now(),
        confirmedAt: tx.ctx.clock.now(),
      };
    });
    await settle(tx, confirmed, [...mobilities.values()]);
    // Confirming a place that nobody had proposed before says both at once: whoever waits for the proposal hears of it.
    await tx.events(
      confirmed.flatMap((row) => [
        eventOf('placement.proposed', row, { status: row.status }),
        eventOf('placement.confirmed', row, { tutorPersonId: row.tutorPersonId, startsOn: row.startsOn }),
      ]),
    );
    await tellTutors(tx, confirmed, 'placements:tutor');
    if (tx.actor.audience === 'hostCoordinator') {
      await notify(tx, { template: 'placements:confirmed', to: 'school', placements: confirmed });
    }
    return confirmed;
  });
}

/** The host has no place for these learners: the school may ask somebody else. @throws NOT_FOUND, ILLEGAL_STATE */
export function declineRequests(ctx: Ctx, mobilityIds: readonly string[], reason: string): Promise<void> {
  const input = validate(z.object({ mobilityIds: bulkOf, reason: reasonOf }), { mobilityIds, reason });
  return write(ctx, rules.decline, async (tx) => {
    const { rows, mobilities } = await lockMobilities(tx, input.mobilityIds);
    const declined = await patchPlacements(tx, rows, (row) => ({
      status: nextStatus(row, 'decline'),
      reason: input.reason,
      endedAt: tx.ctx.clock.now(),
    }));
    await moveStage(tx, [...mobilities.values()], 'decline', { companyId: null, tutorPersonId: null });
    await tx.events(declined.map((row) => eventOf('placement.declined', row, { reason: input.reason })));
    await notify(tx, { template: 'placements:declined', to: 'school', placements: declined, reason: input.reason });
  });
}
