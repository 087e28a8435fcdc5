import { policy } from '@softmob/access';
import { type Ctx, type EventFacts, illegalState, invalid, write } from '@softmob/api-kit';
import { addDays } from '@softmob/processes-model';
import { mobilities, type Mobility, moveStage } from '@softmob/projects-api';

/** As many as a page may hold. */
const MOST = 500;
/** Somebody may arrive a few days before the activity begins. */
const EARLY_DAYS = 7;

const { confirmStay } = policy.monitoring;

/** What an event of a mobility says about where it belongs. */
export function factsOf(mobility: Mobility): Pick<EventFacts, 'organisationId' | 'flowId' | 'mobilityId'> {
  return { organisationId: mobility.sendingOrganisationId, flowId: mobility.flowId, mobilityId: mobility.id };
}

function checkIds(ids: readonly string[]): void {
  if (ids.length === 0 || ids.length > MOST) {
    throw invalid('mobilityIds', 'MOBILITIES_COUNT', 'Name 1 to 500 mobilities.');
  }
}

function eventOf(type: string, mobility: Mobility, after: Record<string, unknown>): EventFacts {
  return { type, subjectType: 'mobility', subjectId: mobility.id, ...factsOf(mobility), after };
}

function checkArrival(row: Mobility, arrivedOn: string, today: string): void {
  if (arrivedOn > today) throw invalid('arrivedOn', 'DAY_IN_FUTURE', 'An arrival is confirmed once it has happened.');
  if (arrivedOn < addDays(row.startsOn, -EARLY_DAYS) || arrivedOn > row.endsOn) {
    throw invalid('arrivedOn', 'DAY_OUTSIDE_STAY', 'This day lies outside the stay.');
  }
}

/**
 * Confirms that up to 500 people have arrived: all of them, or none. Whose arrival is confirmed already stays as they
 * are, so that two who confirm at once do not stand in each other’s way.
 * @throws NOT_FOUND, VALIDATION, ILLEGAL_STATE where a placement is not confirmed yet
 */
export function confirmArrival(ctx: Ctx, ids: readonly string[], arrivedOn: string): Promise<Mobility[]> {
  checkIds(ids);
  return write(ctx, confirmStay, async (tx) => {
    const rows = await tx.loadMany(mobilities, ids);
    const waiting = rows.filter(({ stage }) => stage !== 'abroad');
    for (const row of waiting) checkArrival(row, arrivedOn, ctx.actor.today);
    const moved = await moveStage(tx, waiting, 'depart', { arrivedOn });
    await tx.events(moved.map((row) => eventOf('mobility.arrived', row, { stage: row.stage, arrivedOn })));
    return [...rows.filter(({ stage }) => stage === 'abroad'), ...moved];
  });
}

function checkReturn(row: Mobility, returnedOn: string, today: string): void {
  if (today < row.endsOn) {
    throw illegalState(`The stay lasts until ${row.endsOn}.`, 'STAY_NOT_OVER');
  }
  if (returnedOn > today) throw invalid('returnedOn', 'DAY_IN_FUTURE', 'A return is confirmed once it has happened.');
  if (returnedOn < row.startsOn) throw invalid('returnedOn', 'DAY_OUTSIDE_STAY', 'This day lies before the stay.');
}

/**
 * Confirms that up to 500 people have come back, from the last day of their stay on: all of them, or none. Who is back
 * already stays as they are.
 * @throws NOT_FOUND, VALIDATION, ILLEGAL_STATE before the last day, or where nobody confirmed the arrival
 */
export function confirmReturn(ctx: Ctx, ids: readonly string[], returnedOn: string | null): Promise<Mobility[]> {
  checkIds(ids);
  return write(ctx, confirmStay, async (tx) => {
    const rows = await tx.loadMany(mobilities, ids);
    const day = returnedOn ?? ctx.actor.today;
    const waiting = rows.filter(({ stage }) => stage !== 'back');
    for (const row of waiting) checkReturn(row, day, ctx.actor.today);
    const moved = await moveStage(tx, waiting, 'return');
    await tx.events(moved.map((row) => eventOf('mobility.returned', row, { stage: row.stage, returnedOn: day })));
    return [...rows.filter(({ stage }) => stage === 'back'), ...moved];
  });
}
