import { policy } from '@softmob/access';
import { type Ctx, illegalState, invalid, type Tx, validate, write } from '@softmob/api-kit';
import { addDays } from '@softmob/processes-model';
import { type Mobility, patchMobilities } from '@softmob/projects-api';
import { z } from 'zod';
import { type Capacity } from './capacity.entity';
import { reasonOf, type ReplacePlacementInput } from './inputs';
import { eventOf, lockPlacements, nextStatus, patchPlacements } from './lock';
import { endSeats } from './notices';
import { type Placement } from './placement.entity';
import { capacities, placements } from './placement.loaders';
import { chooseTutors, tutorFrom } from './tutors';

const rules = policy.placements;
const wishOf = z.object({ placementId: z.string(), capacityId: z.string(), from: z.string(), reason: reasonOf });
type Wish = z.output<typeof wishOf>;

/** Who is to move, from where. */
interface Move {
  readonly wish: Wish;
  readonly mobility: Mobility;
  readonly former: Placement;
}

/** @throws ILLEGAL_STATE unless somebody is confirmed or abroad, with what is learnt there still to be assessed */
function checkState({ mobility, former }: Move): void {
  if (former.status !== 'confirmed' || (mobility.stage !== 'confirmed' && mobility.stage !== 'abroad')) {
    throw illegalState(
      'Only a confirmed placement can be replaced, before departure or during the stay.',
      'NOT_REPLACEABLE',
      former.status === 'requested' || former.status === 'proposed' ? ['confirm'] : [],
    );
  }
  if (mobility.finalAssessedAt) {
    throw illegalState('The final assessment is done: nothing is left to learn elsewhere.', 'ALREADY_ASSESSED');
  }
}

/** @throws VALIDATION for a day outside the stay, or one that would leave days behind on which nobody was there */
function checkFrom({ wish, mobility, former }: Move, today: string): void {
  if (wish.from < former.startsOn || wish.from > former.endsOn) {
    throw invalid('from', 'FROM_OUTSIDE_STAY', 'Choose a day of the stay at the present company.');
  }
  const notBegun = mobility.stage === 'confirmed' || today < former.startsOn;
  if (notBegun && wish.from !== former.startsOn) {
    throw invalid(
      'from',
      'FROM_NOT_BEGUN',
      'The stay there has not begun: the new company takes over from its first day.',
    );
  }
}

/** @throws VALIDATION where the places are the same company's, or another host's */
function checkPlaces({ former }: Move, into: Capacity): void {
  if (into.companyId === former.companyId) {
    throw invalid('capacityId', 'SAME_COMPANY', 'Choose another company: this one cannot go on.');
  }
  if (into.hostOrganisationId !== former.hostOrganisationId) {
    throw invalid('capacityId', 'OTHER_HOST', 'Choose a company of the same host: the stay goes on where it is.');
  }
}

async function tutorAt(tx: Tx, companyId: string, input: ReplacePlacementInput): Promise<string> {
  if (input.tutor) return tutorFrom(tx, companyId, input.tutor);
  const [first] = await chooseTutors(tx, [{ companyId, wanted: null, kept: null }]);
  if (first) return first;
  throw invalid('tutor', 'TUTOR_MISSING', 'The company has no tutor yet: name one.');
}

/** The former stay ends the day before; where it never began it is cancelled and keeps its days. */
async function endFormer(tx: Tx, { wish, former }: Move): Promise<Placement> {
  const over = { reason: wish.reason, endedAt: tx.ctx.clock.now() };
  const [ended] = await patchPlacements(tx, [former], (row) =>
    wish.from === row.startsOn
      ? { ...over, status: nextStatus(row, 'cancel') }
      : { ...over, status: nextStatus(row, 'end'), endsOn: addDays(wish.from, -1) },
  );
  return ended ?? former;
}

async function takeOver(tx: Tx, { wish, former }: Move, into: Capacity, tutorPersonId: string): Promise<Placement> {
  const now = tx.ctx.clock.now();
  const { mobilityId, flowId, sendingOrganisationId, hostOrganisationId, participantId, endsOn } = former;
  const [made] = await tx.insert(placements, [
    {
      ...{ mobilityId, flowId, sendingOrganisationId, hostOrganisationId, participantId, endsOn, tutorPersonId },
      ...{ requestedAt: now, proposedAt: now, confirmedAt: now },
      id: tx.newId(),
      capacityId: into.id,
      companyId: into.companyId,
      startsOn: wish.from,
      status: 'confirmed',
      proposedBy: tx.actor.audience,
    },
  ]);
  if (!made) throw new Error('A placement was not stored');
  return made;
}

/** The new tutor sees the learner at once; the former one until the day before, and not at all where that is behind. */
async function handOver(tx: Tx, { wish, mobility, former }: Move, ended: Placement, made: Placement): Promise<void> {
  const staysInReach = ended.status === 'ended' && wish.from > tx.actor.today;
  if (!staysInReach) await endSeats(tx, [mobility]);
  const before = staysInReach
    ? { formerCompanyId: former.companyId, formerTutorPersonId: former.tutorPersonId, formerAccessUntil: wish.from }
    : { formerCompanyId: null, formerTutorPersonId: null, formerAccessUntil: null };
  await patchMobilities(tx, [mobility], () => ({
    companyId: made.companyId,
    tutorPersonId: made.tutorPersonId,
    // Whoever had the learner before a company that never had them keeps their own last day.
    ...(ended.status === 'ended' ? before : {}),
  }));
}

/**
 * The company cannot go on: another one of the same host takes over from a day on until the end of the stay. Nothing is
 * deleted, the stage stays as it is. The slice that keeps the agreements amends them and tells those concerned.
 * @throws NOT_FOUND, VALIDATION (day, company, tutor), ILLEGAL_STATE (not confirmed any more), CONFLICT (full, closed)
 */
export function replacePlacement(ctx: Ctx, input: ReplacePlacementInput): Promise<Placement> {
  const wish = validate(wishOf, input);
  return write(ctx, rules.replace, async (tx) => {
    const { rows, mobilities } = await lockPlacements(tx, [wish.placementId]);
    const [former] = rows;
    const mobility = former && mobilities.get(former.mobilityId);
    if (!former || !mobility) throw new Error('A locked placement has gone');
    const move: Move = { wish, mobility, former };
    const into = await tx.load(capacities, wish.capacityId);
    checkState(move);
    checkFrom(move, tx.actor.today);
    checkPlaces(move, into);
    const tutorPersonId = await tutorAt(tx, into.companyId, input);
    const ended = await endFormer(tx, move);
    const made = await takeOver(tx, move, into, tutorPersonId);
    await handOver(tx, move, ended, made);
    await tx.event({
      ...eventOf('placement.replaced', made, { tutorPersonId, startsOn: made.startsOn, reason: wish.reason }),
      before: {
        placementId: ended.id,
        companyId: ended.companyId,
        tutorPersonId: ended.tutorPersonId,
        status: ended.status,
        endsOn: ended.endsOn,
      },
    });
    return made;
  });
}
