import { policy } from '@softmob/access';
import { type Ctx, illegalState, invalid, notFound, type Tx, validate, write } from '@softmob/api-kit';
import { organisations } from '@softmob/organisations-api';
import { moveStage, type Mobility, patchMobilities } from '@softmob/projects-api';
import { z } from 'zod';
import { type Capacity } from './capacity.entity';
import { bulkOf, type ProposePlacementInput, type RequestPlacementsInput } from './inputs';
import { eventOf, lockMobilities, type Locked, nextStatus, patchPlacements } from './lock';
import { notify } from './notices';
import { type Placement } from './placement.entity';
import { capacities, placements } from './placement.loaders';
import { chooseTutors } from './tutors';

const rules = policy.placements;

/** The part of a new placement that comes from its mobility. */
const placementOf = (tx: Tx, of: Mobility): Partial<Placement> => ({
  id: tx.newId(),
  mobilityId: of.id,
  flowId: of.flowId,
  sendingOrganisationId: of.sendingOrganisationId,
  participantId: of.participantId,
  startsOn: of.startsOn,
  endsOn: of.endsOn,
  requestedAt: tx.ctx.clock.now(),
});

/**
 * Asks a host for places: it sees profiles without identity from now on, and gets one e-mail for all of them.
 * @throws NOT_FOUND, ILLEGAL_STATE for a mobility that is not selected (any more)
 */
export function requestPlacements(ctx: Ctx, input: RequestPlacementsInput): Promise<Placement[]> {
  const mobilityIds = validate(z.object({ mobilityIds: bulkOf }), input).mobilityIds;
  return write(ctx, rules.request, async (tx) => {
    const { mobilities } = await lockMobilities(tx, mobilityIds);
    const host = await tx.load(organisations, input.hostOrganisationId);
    if (host.kind !== 'host') throw notFound('host organisation');
    const moved = await moveStage(tx, [...mobilities.values()], 'propose', {
      hostOrganisationId: host.id,
      companyId: null,
      tutorPersonId: null,
    });
    const made = await tx.insert(
      placements,
      moved.map((row) => ({ ...placementOf(tx, row), hostOrganisationId: host.id, status: 'requested' as const })),
    );
    await tx.events(made.map((row) => eventOf('placement.requested', row, { status: row.status })));
    await notify(tx, { template: 'placements:requested', to: 'host', placements: made });
    return made;
  });
}

interface Choice {
  readonly mobility: Mobility;
  readonly capacity: Capacity;
  readonly current: Placement | undefined;
  readonly tutorPersonId: string | null;
}

async function choicesOf(tx: Tx, items: readonly ProposePlacementInput[], locked: Locked): Promise<Choice[]> {
  const chosen = await tx.loadMany(capacities, [...new Set(items.map((item) => item.capacityId))]);
  const capacityOf = new Map(chosen.map((row) => [row.id, row]));
  const currentOf = new Map(locked.rows.map((row) => [row.mobilityId, row]));
  const wanted = items.flatMap((item) => {
    const mobility = locked.mobilities.get(item.mobilityId);
    const capacity = capacityOf.get(item.capacityId);
    return mobility && capacity ? [{ item, mobility, capacity, current: currentOf.get(item.mobilityId) }] : [];
  });
  const tutors = await chooseTutors(
    tx,
    wanted.map(({ item, capacity, current }) => ({
      companyId: capacity.companyId,
      wanted: item.tutorPersonId ?? null,
      kept: current?.companyId === capacity.companyId ? current.tutorPersonId : null,
    })),
  );
  return wanted.map(({ mobility, capacity, current }, at) => ({
    mobility,
    capacity,
    current,
    tutorPersonId: tutors[at] ?? null,
  }));
}

/** What a placement becomes when its company is chosen. */
const placeAt = (tx: Tx, { capacity, tutorPersonId }: Choice): Partial<Placement> => ({
  hostOrganisationId: capacity.hostOrganisationId,
  capacityId: capacity.id,
  companyId: capacity.companyId,
  tutorPersonId,
  status: 'proposed',
  proposedBy: tx.actor.audience,
  proposedAt: tx.ctx.clock.now(),
});

async function moveExisting(tx: Tx, choices: readonly Choice[]): Promise<Placement[]> {
  const byPlacement = new Map(
    choices.flatMap((choice) => (choice.current ? [[choice.current.id, choice] as const] : [])),
  );
  const rows = [...byPlacement.values()].flatMap(({ current }) => current ?? []);
  for (const row of rows) {
    if (row.status === 'confirmed') {
      throw illegalState(
        'This placement is confirmed. Cancel it before you choose another company.',
        'PLACEMENT_CONFIRMED',
        ['cancel'],
      );
    }
    if (row.status !== 'proposed') nextStatus(row, 'propose');
  }
  const moved = await patchPlacements(tx, rows, (row) => {
    const choice = byPlacement.get(row.id);
    return choice ? placeAt(tx, choice) : {};
  });
  const changedHost = [...byPlacement.values()].filter(
    ({ mobility, capacity }) => mobility.hostOrganisationId !== capacity.hostOrganisationId,
  );
  const hostOf = new Map(changedHost.map(({ mobility, capacity }) => [mobility.id, capacity.hostOrganisationId]));
  await patchMobilities(
    tx,
    changedHost.map(({ mobility }) => mobility),
    (row) => ({ hostOrganisationId: hostOf.get(row.id) ?? null }),
  );
  return moved;
}

async function addNew(tx: Tx, choices: readonly Choice[]): Promise<Placement[]> {
  const choiceOf = new Map(choices.map((choice) => [choice.mobility.id, choice]));
  const moved = await moveStage(
    tx,
    choices.map(({ mobility }) => mobility),
    'propose',
    (row) => ({
      hostOrganisationId: choiceOf.get(row.id)?.capacity.hostOrganisationId ?? null,
      companyId: null,
      tutorPersonId: null,
    }),
  );
  return tx.insert(
    placements,
    moved.flatMap((row) => {
      const choice = choiceOf.get(row.id);
      return choice ? [{ ...placementOf(tx, row), ...placeAt(tx, choice) }] : [];
    }),
  );
}

/**
 * Chooses a company for each learner; a place is held from now on. What was requested or proposed before moves. The
 * host hears of a school's choice in one e-mail.
 * @throws NOT_FOUND, ILLEGAL_STATE (confirmed already), CONFLICT (full, or no places in this period)
 */
export function proposePlacements(ctx: Ctx, items: readonly ProposePlacementInput[]): Promise<Placement[]> {
  const mobilityIds = validate(
    bulkOf,
    items.map((item) => item.mobilityId),
  );
  if (mobilityIds.length !== items.length) throw invalid('placements', 'TWICE', 'Name each mobility once.');
  return write(ctx, rules.propose, async (tx) => {
    const choices = await choicesOf(tx, items, await lockMobilities(tx, mobilityIds));
    const moved = await moveExisting(
      tx,
      choices.filter(({ current }) => current),
    );
    const added = await addNew(
      tx,
      choices.filter(({ current }) => !current),
    );
    const unknownToHost = new Set(
      choices.filter(({ current }) => !current?.companyId).map(({ mobility }) => mobility.id),
    );
    const made = [...moved, ...added];
    await tx.events(
      made.map((row) =>
        eventOf(unknownToHost.has(row.mobilityId) ? 'placement.proposed' : 'placement.moved', row, {
          status: row.status,
          tutorPersonId: row.tutorPersonId,
        }),
      ),
    );
    if (tx.actor.audience !== 'hostCoordinator') {
      await notify(tx, { template: 'placements:requested', to: 'host', placements: made });
    }
    return made;
  });
}
