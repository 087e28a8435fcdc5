import { policy } from '@softmob/access';
import { Access, type Ctx as Context, invalid, type LiveEvent, Receipt } from '@softmob/api-kit';
import { THREAD_KINDS, type ThreadKind } from '@softmob/conversations-model';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { findBroadcast, previewFlowMessage, sendToFlow } from './broadcast.service';
import {
  BroadcastType,
  FlowMessagePreviewType,
  MessageConnection,
  MessageType,
  ThreadConnection,
  ThreadNewsType,
  ThreadPersonType,
  ThreadType,
} from './conversation.type';
import { THREAD_CHANNEL } from './deliver';
import { SendMessageInput, SendToFlowInput, ThreadFilterInput } from './inputs';
import { countUnreadMessages, editMessage, markThreadRead, removeMessage, sendMessage } from './message.service';
import { threadNews } from './news';
import { findCircle } from './subject';
import { findMessages, findThread, findThreads, searchMessages } from './thread.service';

const rules = policy.conversations;
const first = { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' };
const after = { nullable: true, description: 'Cursor after which the page begins.' };

function kindFrom(kind: string): ThreadKind {
  const known = THREAD_KINDS.find((name) => name === kind);
  if (!known) throw invalid('kind', 'INVALID_VALUE', `Name one of: ${THREAD_KINDS.join(', ')}.`);
  return known;
}

@Resolver()
export class ConversationResolver {
  @Access(rules.read)
  @Query(() => ThreadConnection, { description: 'The reader’s conversations: unread ones first, then the newest.' })
  threads(
    @Ctx() ctx: Context,
    @Arg('filter', () => ThreadFilterInput, { nullable: true, description: 'Which of them.' })
    filter: ThreadFilterInput | null,
    @Arg('first', () => Int, first) size: number | null,
    @Arg('after', () => String, after) cursor: string | null,
  ) {
    return findThreads(ctx, filter ?? {}, { first: size, after: cursor });
  }

  @Access(rules.read)
  @Query(() => ThreadType, { description: 'One conversation.' })
  thread(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'The conversation.' }) id: string) {
    return findThread(ctx, id);
  }

  @Access(rules.read)
  @Query(() => MessageConnection, {
    description: 'The messages of a conversation that the reader got, the newest first.',
  })
  messages(
    @Ctx() ctx: Context,
    @Arg('threadId', () => ID, { description: 'The conversation.' }) threadId: string,
    @Arg('first', () => Int, first) size: number | null,
    @Arg('after', () => String, after) cursor: string | null,
  ) {
    return findMessages(ctx, threadId, { first: size, after: cursor });
  }

  @Access(rules.read)
  @Query(() => MessageConnection, {
    description: 'The reader’s messages that hold all these words, or words that begin so; accents do not matter.',
  })
  searchMessages(
    @Ctx() ctx: Context,
    @Arg('text', () => String, { description: 'The words.' }) text: string,
    @Arg('first', () => Int, first) size: number | null,
    @Arg('after', () => String, after) cursor: string | null,
  ) {
    return searchMessages(ctx, text, { first: size, after: cursor });
  }

  @Access(rules.read)
  @Query(() => Int, { description: 'How many of the reader’s messages are unread.' })
  unreadMessages(@Ctx() ctx: Context): Promise<number> {
    return countUnreadMessages(ctx);
  }

  @Access(rules.send)
  @Query(() => [ThreadPersonType], {
    description: 'Who could be asked into a conversation about this; nobody where the reader would not take part.',
  })
  threadCircle(
    @Ctx() ctx: Context,
    @Arg('kind', () => String, { description: 'mobility, placement, flow or organisation.' }) kind: string,
    @Arg('subjectId', () => ID, { description: 'What it is about.' }) subjectId: string,
  ) {
    return findCircle(ctx, kindFrom(kind), subjectId);
  }

  @Access(rules.send)
  @Mutation(() => MessageType, { description: 'Sends a message to everybody who takes part now.' })
  sendMessage(
    @Ctx() ctx: Context,
    @Arg('input', () => SendMessageInput, { description: 'The message.' }) input: SendMessageInput,
  ) {
    return sendMessage(ctx, input);
  }

  @Access(rules.change)
  @Mutation(() => MessageType, { description: 'Changes one’s own message, within a quarter of an hour.' })
  editMessage(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The message.' }) id: string,
    @Arg('text', () => String, { description: 'What it is to say.' }) text: string,
    @Arg('expectedVersion', () => Int, { description: 'The version that was read.' }) expectedVersion: number,
  ) {
    return editMessage(ctx, id, text, expectedVersion);
  }

  @Access(rules.change)
  @Mutation(() => MessageType, { description: 'Takes one’s own message back, within a quarter of an hour.' })
  removeMessage(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The message.' }) id: string,
    @Arg('expectedVersion', () => Int, { description: 'The version that was read.' }) expectedVersion: number,
  ) {
    return removeMessage(ctx, id, expectedVersion);
  }

  @Access(rules.markRead)
  @Mutation(() => Receipt, { description: 'Marks a conversation as read up to a message.' })
  markThreadRead(
    @Ctx() ctx: Context,
    @Arg('threadId', () => ID, { description: 'The conversation.' }) threadId: string,
    @Arg('until', () => ID, { description: 'The newest message that was seen.' }) until: string,
  ): Promise<Receipt> {
    return markThreadRead(ctx, threadId, until);
  }

  @Access(rules.read)
  @Subscription(() => ThreadNewsType, {
    subscribe: ({ context }: { context: Context }) => context.runtime.live.subscribe(THREAD_CHANNEL, context.personId),
    description: 'Whenever a message of the reader’s conversations arrives, changes, or is read by somebody.',
  })
  threadChanged(@Root() event: LiveEvent, @Ctx() ctx: Context): Promise<ThreadNewsType> {
    return threadNews(ctx, event);
  }
}

@Resolver()
export class BroadcastResolver {
  @Access(rules.sendToFlow)
  @Query(() => FlowMessagePreviewType, { description: 'Who would get a message to this flow.' })
  flowMessagePreview(
    @Ctx() ctx: Context,
    @Arg('flowId', () => ID, { description: 'The flow.' }) flowId: string,
    @Arg('circle', () => [String], { description: 'The roles.' }) circle: string[],
  ) {
    return previewFlowMessage(ctx, flowId, circle);
  }

  @Access(rules.sendToFlow)
  @Query(() => BroadcastType, { description: 'A message to a flow, and how far it is.' })
  broadcast(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Identifier.' }) id: string) {
    return findBroadcast(ctx, id);
  }

  @Access(rules.sendToFlow)
  @Mutation(() => BroadcastType, {
    description: 'Writes to a whole flow: each learner’s copy stands in a conversation of their own.',
  })
  sendToFlow(
    @Ctx() ctx: Context,
    @Arg('input', () => SendToFlowInput, { description: 'The message.' }) input: SendToFlowInput,
  ) {
    return sendToFlow(ctx, input);
  }
}
