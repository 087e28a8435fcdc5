import { type Audience, policy } from '@softmob/access';
import {
  type Ctx,
  findOne,
  illegalState,
  invalid,
  type JobDefinition,
  type Tx,
  validate,
  write,
} from '@softmob/api-kit';
import { circleFault, circleOf } from '@softmob/conversations-model';
import { flows } from '@softmob/projects-api';
import { z } from 'zod';
import { type Broadcast } from './broadcast.entity';
import { broadcasts } from './conversation.sources';
import { deliver } from './deliver';
import { claimForBroadcast, copyFiles } from './message-file.service';
import { circleSchema, fileIdsSchema, textSchema } from './message.service';
import { openThreads } from './subject';
import { type About, type Taker, takersOf } from './takers';

const rule = policy.conversations.sendToFlow;
/** Learners served by one transaction; more are served by a job. */
const BATCH = 50;

interface Learner {
  [column: string]: unknown;
  readonly id: string;
  readonly name: string;
  readonly schoolId: string;
}

const sendSchema = z
  .object({ flowId: z.uuid(), circle: circleSchema, text: textSchema, fileIds: fileIdsSchema })
  .refine(({ text, fileIds }) => text !== '' || fileIds.length > 0, {
    path: ['text'],
    params: { code: 'MESSAGE_EMPTY' },
    error: 'Write something, or attach a file.',
  });

/** Whom it is for: learners among them, for each has a conversation of their own. @throws VALIDATION */
function circleFor(roles: readonly string[]): Audience[] {
  const fault = circleFault('mobility', roles);
  if (fault) throw invalid('circle', fault, 'These do not write to each other.');
  const circle = circleOf('mobility', roles);
  if (circle.length === 0) throw invalid('circle', 'CIRCLE_EMPTY', 'Choose who is to get it.');
  return circle;
}

const learnersSql = (where: string, order: string) =>
  `SELECT x.id, p.first_name || ' ' || p.last_name AS name, x.sending_organisation_id AS "schoolId"
   FROM mobility x JOIN participant p ON p.id = x.participant_id
   WHERE x.flow_id = $1 AND x.stage <> 'withdrawn'${where} ORDER BY ${order}`;

const aboutLearner = (flowId: string, circle: Audience[], { id, schoolId }: Learner): About => ({
  key: id,
  kind: 'mobility',
  schoolId,
  subjectId: id,
  mobilityId: id,
  flowId,
  organisationId: null,
  circle,
});

const isReached = (takers: readonly Taker[] | undefined) =>
  (takers ?? []).some(({ role }) => role !== 'sendingCoordinator');

/** Who would get a message to a flow. */
export interface FlowMessagePreview {
  readonly learners: number;
  readonly people: readonly Taker[];
  /** Learners for whom nobody of the chosen roles takes part now. */
  readonly unreached: readonly string[];
}

/** Who of the chosen roles would get a message to this flow. Three statements. @throws NOT_FOUND, VALIDATION */
export async function previewFlowMessage(
  ctx: Ctx,
  flowId: string,
  roles: readonly string[],
): Promise<FlowMessagePreview> {
  const flow = await findOne(ctx, flows, flowId);
  const circle = circleFor(roles);
  const learners = await ctx.db.query<Learner>(learnersSql('', 'x.sort_name, x.id'), [flow.id]);
  const takers = await takersOf(
    ctx.db,
    learners.map((learner) => aboutLearner(flow.id, circle, learner)),
    ctx.actor.today,
  );
  const people = new Map<string, Taker>();
  for (const all of takers.values()) {
    for (const taker of all) if (taker.membershipId !== ctx.actor.membershipId) people.set(taker.membershipId, taker);
  }
  return {
    learners: learners.length,
    people: [...people.values()],
    unreached: learners.filter(({ id }) => !isReached(takers.get(id))).map(({ name }) => name),
  };
}

/** Serves the next learners of a message to a flow. What it has done stands in the row that it locked: nobody gets it twice. */
async function serve(tx: Tx, broadcast: Broadcast): Promise<Broadcast> {
  const { id: broadcastId, flowId, circle, cursor } = broadcast;
  const learners = await tx.db.query<Learner>(
    `${learnersSql(' AND ($2::uuid IS NULL OR x.id > $2)', 'x.id')} LIMIT ${String(BATCH)}`,
    [flowId, cursor],
  );
  const about = learners.map((learner) => aboutLearner(flowId, circle, learner));
  const takers = await takersOf(tx.db, about, tx.actor.today);
  const reached = about.filter(({ key }) => isReached(takers.get(key)));
  const opened = await openThreads(tx, reached);
  const drafts = opened.map((thread, at) => ({
    thread,
    body: broadcast.body,
    takers: takers.get(reached[at]?.key ?? '') ?? [],
    mentionIds: [],
    broadcastId,
  }));
  const sent = await deliver(tx, drafts);
  await copyFiles(
    tx,
    broadcastId,
    sent.map(({ id }) => id),
  );
  const finished = learners.length < BATCH;
  return tx.update(broadcasts, broadcast, {
    done: broadcast.done + learners.length,
    cursor: learners.at(-1)?.id ?? cursor,
    finishedAt: finished ? tx.ctx.clock.now() : null,
  });
}

async function begin(tx: Tx, flowId: string, circle: Audience[], body: string, fileIds: string[]): Promise<Broadcast> {
  const flow = await tx.load(flows, flowId);
  const [{ count: total } = { count: 0 }] = await tx.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM mobility x WHERE x.flow_id = $1 AND x.stage <> 'withdrawn'`,
    [flowId],
  );
  if (total === 0) throw illegalState('Nobody goes with this flow.', 'FLOW_EMPTY');
  const { membershipId } = tx.actor;
  const [broadcast] = await tx.insert(broadcasts, [
    {
      id: tx.newId(),
      flowId,
      schoolId: flow.organisationId,
      membershipId: membershipId ?? '',
      circle,
      body,
      total,
      done: 0,
      createdAt: tx.ctx.clock.now(),
    },
  ]);
  if (!broadcast) throw new Error('The message to a flow was not stored');
  await claimForBroadcast(tx, fileIds, broadcast.id);
  await tx.event({
    type: 'flow.messaged',
    subjectType: 'broadcast',
    subjectId: broadcast.id,
    organisationId: flow.organisationId,
    flowId,
    after: { circle, learners: total, files: fileIds.length },
  });
  return broadcast;
}

/**
 * Writes to a whole flow: each learner's copy stands in a conversation of their own, where the answer is read by the
 * school alone and not by the others. Up to 50 learners at once, more by a job. @throws NOT_FOUND, VALIDATION, ILLEGAL_STATE
 */
export function sendToFlow(ctx: Ctx, given: unknown): Promise<Broadcast> {
  const { flowId, circle: roles, text, fileIds } = validate(sendSchema, given);
  const circle = circleFor(roles);
  return write(ctx, rule, async (tx) => {
    const broadcast = await begin(tx, flowId, circle, text, fileIds);
    if (broadcast.total < BATCH) return serve(tx, broadcast);
    await tx.job('conversations:broadcast', { broadcastId: broadcast.id });
    return broadcast;
  });
}

/** Goes on with a message to a flow until everybody is served; a job that died goes on where it was. */
export const broadcastJob: JobDefinition = {
  rule,
  async run(ctx, { broadcastId }) {
    const next = () =>
      write(ctx, rule, async (tx) => {
        const broadcast = await tx.load(broadcasts, broadcastId as string);
        return broadcast.finishedAt ? broadcast : serve(tx, broadcast);
      });
    while (!(await next()).finishedAt);
  },
};

/** How far a message to a flow is. @throws NOT_FOUND */
export const findBroadcast = (ctx: Ctx, id: string): Promise<Broadcast> => findOne(ctx, broadcasts, id);
