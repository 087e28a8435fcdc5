import { policy } from '@softmob/access';
import { Access, type Ctx as Context, findPage, invalid } from '@softmob/api-kit';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { givenUpJobs } from './given-up-job.entity';
import { queueHealth, stuckJobs } from './queue.read';
import { giveUpJobs, retryJobs, sendMailsAgain, settleMails } from './queue.service';
import {
  GivenUpJobConnection,
  GiveUpJobsInput,
  QueueChange,
  QueueHealthType,
  RetryJobsInput,
  SendMailsAgainInput,
  SettleMailsInput,
  StuckJobConnection,
  StuckMailConnection,
} from './queue.type';
import { stuckMails } from './stuck-mails';

const { operate } = policy.identity;

function stateOf(state: string | null | undefined): 'failing' | 'dead' | null {
  if (state == null) return null;
  if (state === 'failing' || state === 'dead') return state;
  throw invalid('state', 'STATE_UNKNOWN', 'Ask for `failing` or `dead`.');
}

@Resolver()
export class QueueResolver {
  @Access(operate)
  @Query(() => QueueHealthType, { description: 'What waits, what fails and what needs the operator.' })
  queueHealth(@Ctx() ctx: Context) {
    return queueHealth(ctx);
  }

  @Access(operate)
  @Query(() => StuckJobConnection, { description: 'Jobs that fail or are dead, the newest first.' })
  stuckJobs(
    @Ctx() ctx: Context,
    @Arg('state', () => String, { nullable: true, description: '`failing` or `dead`; both unless told.' })
    state: string | null,
    @Arg('kind', () => String, { nullable: true, description: 'Only of this kind.' }) kind: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
  ) {
    return stuckJobs(ctx, { first, after }, stateOf(state), kind);
  }

  @Access(operate)
  @Query(() => StuckMailConnection, { description: 'E-mails that are stuck, the newest first.' })
  stuckMails(
    @Ctx() ctx: Context,
    @Arg('state', () => String, {
      nullable: true,
      description: '`refused`, `unclear`, or `settled` by the operator; the open ones unless told.',
    })
    state: string | null,
    @Arg('first', () => Int, { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
  ) {
    return stuckMails(ctx, { first, after }, state);
  }

  @Access(operate)
  @Query(() => GivenUpJobConnection, { description: 'Jobs that were given up, the newest first.' })
  givenUpJobs(
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
  ) {
    const sort = [{ sql: 'x.given_up_at', type: 'timestamptz', descending: true }] as const;
    return findPage(ctx, givenUpJobs, { first, after }, { sort });
  }

  @Access(operate)
  @Mutation(() => QueueChange, {
    description: 'Lets failing or dead jobs begin anew, at once. NOT_FOUND, VALIDATION otherwise.',
  })
  retryJobs(
    @Ctx() ctx: Context,
    @Arg('input', () => RetryJobsInput, { description: 'Which.' }) input: RetryJobsInput,
  ): Promise<QueueChange> {
    return retryJobs(ctx, input);
  }

  @Access(operate)
  @Mutation(() => QueueChange, {
    description: 'Takes jobs out of the queue for good and keeps the reason. NOT_FOUND, VALIDATION otherwise.',
  })
  giveUpJobs(
    @Ctx() ctx: Context,
    @Arg('input', () => GiveUpJobsInput, { description: 'Which, and why.' }) input: GiveUpJobsInput,
  ): Promise<QueueChange> {
    return giveUpJobs(ctx, input);
  }

  @Access(operate)
  @Mutation(() => QueueChange, {
    description: 'Sends stuck e-mails again, each under the Message-ID it had. NOT_FOUND, VALIDATION otherwise.',
  })
  sendMailsAgain(
    @Ctx() ctx: Context,
    @Arg('input', () => SendMailsAgainInput, { description: 'Which.' }) input: SendMailsAgainInput,
  ): Promise<QueueChange> {
    return sendMailsAgain(ctx, input);
  }

  @Access(operate)
  @Mutation(() => QueueChange, {
    description: 'Says of stuck e-mails that they arrived or are given up. NOT_FOUND, VALIDATION otherwise.',
  })
  settleMails(
    @Ctx() ctx: Context,
    @Arg('input', () => SettleMailsInput, { description: 'Which, as what, and why.' }) input: SettleMailsInput,
  ): Promise<QueueChange> {
    return settleMails(ctx, input);
  }
}
