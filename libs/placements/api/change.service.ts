import { policy } from '@softmob/access';
import { type Ctx, illegalState, invalid, validate, write } from '@softmob/api-kit';
import { moveStage, patchMobilities } from '@softmob/projects-api';
import { z } from 'zod';
import { bulkOf, reasonOf, type TutorInput } from './inputs';
import { eventOf, lockPlacements, nextStatus, patchPlacements } from './lock';
import { endSeats, notify, tellTutors } from './notices';
import { type Placement } from './placement.entity';
import { tutorFrom } from './tutors';

const rules = policy.placements;

/**
 * Takes a placement back: the place is free again, the learner is to be placed anew, the other side and the tutor are
 * told why. @throws NOT_FOUND, ILLEGAL_STATE once the learner is abroad
 */
export function cancelPlacement(ctx: Ctx, id: string, reason: string): Promise<Placement> {
  const input = validate(z.object({ reason: reasonOf }), { reason });
  return write(ctx, rules.cancel, async (tx) => {
    const { rows, mobilities } = await lockPlacements(tx, [id]);
    const [before] = rows;
    const [row] = await patchPlacements(tx, rows, (current) => ({
      status: nextStatus(current, 'cancel'),
      reason: input.reason,
      endedAt: tx.ctx.clock.now(),
    }));
    if (!row || !before) throw new Error('A locked placement has gone');
    await moveStage(tx, [...mobilities.values()], 'cancelPlacement', { companyId: null, tutorPersonId: null });
    await tx.event({
      ...eventOf('placement.cancelled', row, { reason: input.reason }),
      before: { status: before.status },
    });
    if (before.status === 'confirmed') {
      await endSeats(tx, [...mobilities.values()]);
      await tellTutors(tx, [row], 'placements:tutor-released');
    }
    const to = tx.actor.audience === 'hostCoordinator' ? 'school' : 'host';
    await notify(tx, { template: 'placements:cancelled', to, placements: [row], reason: input.reason });
    return row;
  });
}

/**
 * Gives placements at one company another tutor. The old one's link no longer opens them and both are told, the new one
 * with a link of their own. @throws NOT_FOUND, FORBIDDEN, VALIDATION, ILLEGAL_STATE for what is not open any more
 */
export function replaceTutor(ctx: Ctx, placementIds: readonly string[], tutor: TutorInput): Promise<Placement[]> {
  const ids = validate(bulkOf, placementIds);
  return write(ctx, rules.replaceTutor, async (tx) => {
    const { rows, mobilities } = await lockPlacements(tx, ids);
    for (const row of rows) ctx.assert(rules.replaceTutor, row);
    const [companyId, ...others] = [...new Set(rows.map((row) => row.companyId))];
    if (others.length > 0) throw invalid('placementIds', 'ONE_COMPANY', 'Choose placements of one company.');
    if (!companyId || rows.some(({ status }) => status !== 'proposed' && status !== 'confirmed')) {
      throw illegalState('Only a placement with a company has a tutor.', 'PLACEMENT_WITHOUT_COMPANY', ['propose']);
    }
    const personId = await tutorFrom(tx, companyId, tutor);
    const changed = rows.filter((row) => row.tutorPersonId !== personId);
    const replaced = await patchPlacements(tx, changed, () => ({ tutorPersonId: personId }));
    const before = new Map(changed.map((row) => [row.id, row.tutorPersonId]));
    const confirmed = new Set(
      changed.filter(({ status }) => status === 'confirmed').map(({ mobilityId }) => mobilityId),
    );
    const concerned = [...mobilities.values()].filter(({ id }) => confirmed.has(id));
    await endSeats(tx, concerned);
    await patchMobilities(tx, concerned, () => ({ tutorPersonId: personId }));
    await tx.events(
      replaced.map((row) => ({
        ...eventOf('placement.tutor-replaced', row, { tutorPersonId: personId }),
        before: { tutorPersonId: before.get(row.id) ?? null },
      })),
    );
    await tellTutors(
      tx,
      changed.filter(({ mobilityId }) => confirmed.has(mobilityId)),
      'placements:tutor-released',
    );
    await tellTutors(
      tx,
      replaced.filter(({ mobilityId }) => confirmed.has(mobilityId)),
      'placements:tutor',
    );
    const after = new Map(replaced.map((row) => [row.id, row]));
    return rows.map((row) => after.get(row.id) ?? row);
  });
}
