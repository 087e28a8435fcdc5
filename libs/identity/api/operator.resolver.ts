import { policy } from '@softmob/access';
import {
  Access,
  type Ctx as Context,
  findOne,
  findPage,
  illegalState,
  OutboxMessage,
  source,
  validate,
  write,
} from '@softmob/api-kit';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { ClockState, OutboxConnection, OutboxMessageType } from './operator.type';

/** The operator alone reads it, by the rule of its queries. */
const outboxMessages = source(OutboxMessage, { name: 'outbox_message', reach: null });
const YEARS = 5 * 366;

function clockState({ runtime }: Context): ClockState {
  return { offsetDays: runtime.clock.offsetDays, now: runtime.clock.now() };
}

@Resolver()
export class OperatorResolver {
  @Access(policy.identity.operate)
  @Query(() => OutboxConnection, { description: 'E-mails in the local outbox, the newest first.' })
  outbox(
    @Ctx() ctx: Context,
    @Arg('search', () => String, { nullable: true, description: 'Part of the address or subject.' })
    search: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
  ) {
    return findPage(
      ctx,
      outboxMessages,
      { first, after },
      {
        where: (parameters) =>
          search ? `(x.recipient || ' ' || x.subject) ILIKE '%' || ${parameters.add(search)} || '%'` : 'TRUE',
        sort: [{ sql: 'x.sent_at', type: 'timestamptz', descending: true }],
      },
    );
  }

  @Access(policy.identity.operate)
  @Query(() => OutboxMessageType, { description: 'One e-mail of the local outbox.' })
  outboxMessage(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Identifier.' }) id: string,
  ): Promise<OutboxMessage> {
    return findOne(ctx, outboxMessages, id);
  }

  @Access(policy.identity.operate)
  @Query(() => ClockState, { description: 'Business time.' })
  clock(@Ctx() ctx: Context): ClockState {
    return clockState(ctx);
  }

  @Access(policy.identity.operate)
  @Mutation(() => ClockState, { description: 'Moves business time of a demo. ILLEGAL_STATE outside a demo.' })
  async moveClock(
    @Ctx() ctx: Context,
    @Arg('offsetDays', () => Int, { description: 'Days ahead of real time; 0 is the present.' }) offsetDays: number,
  ): Promise<ClockState> {
    if (!ctx.runtime.settings.demo) throw illegalState('Only the clock of a demo may be moved.', 'NOT_A_DEMO');
    const range = z.object({ offsetDays: z.number().int().min(-YEARS).max(YEARS) });
    validate(range, { offsetDays });
    await write(ctx, policy.identity.operate, async (tx) => {
      await tx.db.query(
        `INSERT INTO setting (key, value) VALUES ('clock', $1::jsonb) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        [JSON.stringify({ days: offsetDays })],
      );
      await tx.event({
        type: 'clock.moved',
        subjectType: 'person',
        subjectId: ctx.personId,
        before: { offsetDays: ctx.runtime.clock.offsetDays },
        after: { offsetDays },
      });
    });
    ctx.runtime.clock.moveTo(offsetDays);
    return clockState(ctx);
  }
}
