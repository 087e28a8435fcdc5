import { policy } from '@softmob/access';
import { type Ctx, findAll, illegalState, invalid, type Tx, validate, write } from '@softmob/api-kit';
import { isIsoDay } from '@softmob/projects-model';
import { z } from 'zod';
import { type Flow } from '../project.entity';
import { type AskedPlaces, type HostAsk } from './clone.entity';
import { type AnswerHostAskInput } from './clone.inputs';
import { hostAsks } from './clone.loaders';
import { type PlannedFlow } from './clone.plan';
import { tellHosts, tellSchool } from './host-ask.notices';

/** Asks each host once for each new flow, with one e-mail for all of them. */
export async function askHosts(
  tx: Tx,
  made: readonly Flow[],
  planned: readonly PlannedFlow[],
): Promise<readonly HostAsk[]> {
  const wanted = planned.flatMap(({ hosts }, at) => {
    const flow = made[at];
    return flow ? hosts.map((host) => ({ flow, ...host })) : [];
  });
  const asks = await tx.insert(
    hostAsks,
    wanted.map(({ flow, hostOrganisationId, places }) => ({
      id: tx.newId(),
      flowId: flow.id,
      organisationId: flow.organisationId,
      hostOrganisationId,
      places: places.map(({ occupation, places: count }): AskedPlaces => ({
        occupation,
        lastTime: count,
        wanted: count,
        offered: null,
      })),
      startsOn: flow.startsOn,
      endsOn: flow.endsOn,
      askedAt: tx.ctx.clock.now(),
      version: 1,
    })),
  );
  await tx.events(
    asks.map((ask) => ({
      type: 'host.asked',
      subjectType: 'host_ask',
      subjectId: ask.id,
      organisationId: ask.organisationId,
      flowId: ask.flowId,
      after: { hostOrganisationId: ask.hostOrganisationId, places: ask.places },
    })),
  );
  await tellHosts(tx, asks);
  return asks;
}

/** What the reader is asked, or has asked; what waits for an answer first, then by departure. */
export const findHostAsks = (ctx: Ctx, openOnly: boolean): Promise<HostAsk[]> =>
  findAll(ctx, hostAsks, {
    orderBy: 'x.answered_at IS NOT NULL, x.starts_on, x.id',
    where: (parameters) =>
      `x.starts_on > ${parameters.add(ctx.actor.today)}::date${openOnly ? ' AND x.answer IS NULL' : ''}`,
  });

const day = z
  .string()
  .refine(isIsoDay, { message: 'Write a day.', params: { code: 'DATES_FORM' } })
  .nullish();
const answerShape = z.object({
  answer: z.enum(['yes', 'changed', 'no']),
  comment: z
    .string()
    .trim()
    .max(1000)
    .nullish()
    .transform((text) => text || null),
  places: z.array(z.object({ occupation: z.string(), places: z.int().min(0).max(500) })).nullish(),
  startsOn: day,
  endsOn: day,
});
type Answer = z.output<typeof answerShape>;

/** What the host offers of each occupation. */
function offersOf(ask: HostAsk, { answer, places }: Answer): AskedPlaces[] {
  const unknown = (places ?? []).findIndex((entry) => !ask.places.some((own) => own.occupation === entry.occupation));
  if (unknown >= 0) {
    throw invalid(`places.${String(unknown)}.occupation`, 'OCCUPATION_NOT_ASKED', 'This occupation was not asked for.');
  }
  const offered = (entry: AskedPlaces): number => {
    if (answer === 'no') return 0;
    const own = answer === 'changed' ? places?.find(({ occupation }) => occupation === entry.occupation) : undefined;
    return own?.places ?? entry.wanted;
  };
  return ask.places.map((entry) => ({ ...entry, offered: offered(entry) }));
}

/** The changed row. @throws VALIDATION where a "yes, but" changes nothing, or days are reversed */
function patchOf(ask: HostAsk, answer: Answer): Partial<HostAsk> {
  const changed = answer.answer === 'changed';
  const startsOn = changed ? (answer.startsOn ?? ask.startsOn) : ask.startsOn;
  const endsOn = changed ? (answer.endsOn ?? ask.endsOn) : ask.endsOn;
  if (endsOn < startsOn) throw invalid('endsOn', 'DATES_REVERSED', 'The last day lies before the first.');
  const places = offersOf(ask, answer);
  const otherDays = startsOn !== ask.startsOn || endsOn !== ask.endsOn;
  if (changed && !otherDays && !answer.comment && places.every(({ wanted, offered }) => wanted === offered)) {
    throw invalid('comment', 'NOTHING_CHANGED', 'Say what is different: places, days or a word about it.');
  }
  return {
    answer: answer.answer,
    comment: answer.comment,
    places,
    offeredStartsOn: otherDays ? startsOn : null,
    offeredEndsOn: otherDays ? endsOn : null,
  };
}

/**
 * Takes a host's answer and tells the school; a host may answer anew until departure.
 * @throws NOT_FOUND, CONFLICT, VALIDATION, ILLEGAL_STATE once the flow has left
 */
export function answerHostAsk(ctx: Ctx, input: AnswerHostAskInput): Promise<HostAsk> {
  return write(ctx, policy.projects.answerHostAsk, async (tx) => {
    const ask = await tx.load(hostAsks, input.id);
    ctx.assert(policy.projects.answerHostAsk, ask);
    if (ask.startsOn <= ctx.actor.today) throw illegalState('These dates have passed.', 'ASK_OVER');
    const patch = patchOf(ask, validate(answerShape, input));
    const answered = { ...patch, answeredAt: tx.ctx.clock.now(), answeredByPersonId: tx.actor.personId };
    const row = await tx.update(hostAsks, ask, answered, input.version);
    await tx.event({
      type: 'host.answered',
      subjectType: 'host_ask',
      subjectId: row.id,
      organisationId: row.organisationId,
      flowId: row.flowId,
      before: { answer: ask.answer },
      after: { ...patch, hostOrganisationId: row.hostOrganisationId },
    });
    await tellSchool(tx, row);
    return row;
  });
}
