import { type Audience, policy } from '@softmob/access';
import { Access, connectionOf, type Ctx as Context, Moment, Type } from '@softmob/api-kit';
import { mayStillChange } from '@softmob/conversations-model';
import { Ctx, Field, ID, Int } from 'type-graphql';
import { type Message, type MessageFile } from './message.entity';
import { filesOfMessage, readingsOfMessage, takersOfMessage, writerByMembership } from './message.loaders';
import { type Thread } from './thread.entity';
import { lastMessageOfThread, membersOfThread, titleOfThread, unreadOfThread } from './thread.service';

const rules = policy.conversations;

@Type('ThreadPerson', 'Somebody of a conversation.')
export class ThreadPersonType {
  @Access(rules.read)
  @Field(() => ID, { description: 'The membership, which mentions name.' })
  membershipId!: string;

  @Access(rules.read)
  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Access(rules.read)
  @Field(() => String, { description: 'The audience they belong to, such as companyTutor.' })
  role!: Audience;

  @Access(rules.read)
  @Field(() => String, { nullable: true, description: 'The school, host or company they belong to.' })
  organisationName!: string | null;
}

@Type('MessageReading', 'That somebody has read a message.')
export class MessageReadingType extends ThreadPersonType {
  @Access(rules.read)
  @Field(() => Moment, { description: 'When.' })
  readAt!: Date;
}

@Type('MessageFile', 'A file of a message; GET /api/messages/files/<id> delivers it.')
export class MessageFileType implements Pick<MessageFile, 'id' | 'fileName' | 'mime' | 'size' | 'thumbnail'> {
  @Access(rules.read)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.read)
  @Field(() => String, { description: 'Name, safe to save under.' })
  fileName!: string;

  @Access(rules.read)
  @Field(() => String, { description: 'application/pdf, image/jpeg or image/png.' })
  mime!: string;

  @Access(rules.read)
  @Field(() => Int, { description: 'Bytes.' })
  size!: number;

  @Access(rules.read)
  @Field(() => String, {
    description:
      '`made`: GET /api/messages/files/{id}/thumbnail delivers a small WebP; `waiting`, or `none` where it cannot be drawn.',
  })
  thumbnail!: MessageFile['thumbnail'];
}

@Type('Message', 'Something that somebody wrote, as plain text.')
export class MessageType implements Pick<Message, 'id' | 'threadId' | 'sentAt' | 'editedAt' | 'removedAt' | 'version'> {
  senderMembershipId!: string;
  mentionIds!: string[];
  broadcastId!: string | null;
  body!: string;

  @Access(rules.read)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.read)
  @Field(() => ID, { description: 'The conversation.' })
  threadId!: string;

  @Access(rules.read)
  @Field(() => String, { nullable: true, simple: false, description: 'What it says; null once it was taken back.' })
  text(): string | null {
    return this.removedAt ? null : this.body;
  }

  @Access(rules.read)
  @Field(() => Moment, { description: 'When it was sent.' })
  sentAt!: Date;

  @Access(rules.read)
  @Field(() => Moment, { nullable: true, description: 'When its sender changed it last.' })
  editedAt!: Date | null;

  @Access(rules.read)
  @Field(() => Moment, { nullable: true, description: 'When its sender took it back.' })
  removedAt!: Date | null;

  @Access(rules.read)
  @Field(() => Int, { description: 'Version, which changes name.' })
  version!: number;

  @Access(rules.read)
  @Field(() => ThreadPersonType, { nullable: true, simple: false, description: 'Who wrote it.' })
  sender(@Ctx() ctx: Context) {
    return ctx.load(writerByMembership).load(this.senderMembershipId);
  }

  @Access(rules.read)
  @Field(() => Boolean, { simple: false, description: 'Whether the reader wrote it.' })
  mine(@Ctx() ctx: Context): boolean {
    return this.senderMembershipId === ctx.actor.membershipId;
  }

  @Access(rules.read)
  @Field(() => Boolean, { simple: false, description: 'Whether the reader may still change it or take it back.' })
  changeable(@Ctx() ctx: Context): boolean {
    const own = this.senderMembershipId === ctx.actor.membershipId && !this.removedAt;
    return own && mayStillChange(new Date(this.sentAt), ctx.clock.now());
  }

  @Access(rules.read)
  @Field(() => Boolean, { simple: false, description: 'Whether it went to everybody of the flow.' })
  announcement(): boolean {
    return this.broadcastId !== null;
  }

  @Access(rules.read)
  @Field(() => [ThreadPersonType], { simple: false, description: 'Who is mentioned.' })
  async mentions(@Ctx() ctx: Context) {
    const people = await ctx.load(writerByMembership).loadMany(this.mentionIds);
    return people.filter((person) => person !== null && !(person instanceof Error));
  }

  @Access(rules.read)
  @Field(() => [MessageFileType], { simple: false, description: 'Its files.' })
  files(@Ctx() ctx: Context) {
    return ctx.load(filesOfMessage).load(this.id);
  }

  @Access(rules.read)
  @Field(() => [MessageReadingType], { simple: false, description: 'Who has read it, in the order of reading.' })
  readBy(@Ctx() ctx: Context) {
    return ctx.load(readingsOfMessage).load(this.id);
  }

  @Access(rules.read)
  @Field(() => Int, { simple: false, description: 'To how many it went, its sender left out.' })
  sentTo(@Ctx() ctx: Context): Promise<number> {
    return ctx.load(takersOfMessage).load(this.id);
  }
}

export const MessageConnection = connectionOf(MessageType, 'Message', rules.read);

@Type('ThreadTitle', 'What a conversation is about, in words that its reader may know.')
export class ThreadTitleType {
  @Access(rules.read)
  @Field(() => String, { nullable: true, description: 'The learner, from when the reader may know the name.' })
  learner!: string | null;

  @Access(rules.read)
  @Field(() => String, { nullable: true, description: 'Code of the flow.' })
  flowCode!: string | null;

  @Access(rules.read)
  @Field(() => String, { description: 'The school.' })
  school!: string;

  @Access(rules.read)
  @Field(() => String, { nullable: true, description: 'The host or company, where it is about one.' })
  organisation!: string | null;
}

@Type('Thread', 'A conversation about a mobility, a placement, a flow or an organisation.')
export class ThreadType implements Pick<Thread, 'id' | 'kind' | 'subjectId' | 'flowId' | 'mobilityId' | 'circle'> {
  @Access(rules.read)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.read)
  @Field(() => String, { description: 'mobility, placement, flow or organisation.' })
  kind!: Thread['kind'];

  @Access(rules.read)
  @Field(() => ID, { description: 'What it is about.' })
  subjectId!: string;

  @Access(rules.read)
  @Field(() => ID, { nullable: true, description: 'The flow, where it belongs to one.' })
  flowId!: string | null;

  @Access(rules.read)
  @Field(() => ID, { nullable: true, description: 'The mobility, where it is about one.' })
  mobilityId!: string | null;

  @Access(rules.read)
  @Field(() => [String], { description: 'The roles that take part, beside the school’s coordinators.' })
  circle!: Audience[];

  @Access(rules.read)
  @Field(() => ThreadTitleType, { nullable: true, simple: false, description: 'What it is about, in words.' })
  title(@Ctx() ctx: Context) {
    return ctx.load(titleOfThread).load(this.id);
  }

  @Access(rules.read)
  @Field(() => [ThreadPersonType], {
    simple: false,
    description: 'Who takes part now; nobody for a reader who has left.',
  })
  async members(@Ctx() ctx: Context) {
    const all = await ctx.load(membersOfThread).load(this as unknown as Thread);
    return all.some(({ membershipId }) => membershipId === ctx.actor.membershipId) ? all : [];
  }

  @Access(rules.read)
  @Field(() => Int, { simple: false, description: 'How many messages the reader has not read.' })
  unread(@Ctx() ctx: Context): Promise<number> {
    return ctx.load(unreadOfThread).load(this.id);
  }

  @Access(rules.read)
  @Field(() => MessageType, { nullable: true, simple: false, description: 'The newest message that the reader got.' })
  lastMessage(@Ctx() ctx: Context) {
    return ctx.load(lastMessageOfThread).load(this.id);
  }
}

export const ThreadConnection = connectionOf(ThreadType, 'Thread', rules.read);

@Type('ThreadNews', 'That something happened in the reader’s conversations, and how many messages are unread now.')
export class ThreadNewsType {
  @Access(rules.read)
  @Field(() => String, {
    nullable: true,
    description: 'message, changed or read; null where something may have been missed.',
  })
  kind!: string | null;

  @Access(rules.read)
  @Field(() => ID, { nullable: true, description: 'The conversation.' })
  threadId!: string | null;

  @Access(rules.read)
  @Field(() => MessageType, { nullable: true, description: 'The message that arrived or changed, within reach.' })
  message!: MessageType | null;

  @Access(rules.read)
  @Field(() => Int, { description: 'How many of the reader’s messages are unread.' })
  unread!: number;
}

@Type('Broadcast', 'A message to everybody of a flow, and how far it is.')
export class BroadcastType {
  @Access(rules.sendToFlow)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.sendToFlow)
  @Field(() => ID, { description: 'The flow.' })
  flowId!: string;

  @Access(rules.sendToFlow)
  @Field(() => Int, { description: 'Learners of the flow when it was sent.' })
  total!: number;

  @Access(rules.sendToFlow)
  @Field(() => Int, { description: 'Learners that were served.' })
  done!: number;

  @Access(rules.sendToFlow)
  @Field(() => Moment, { nullable: true, description: 'When everybody was served.' })
  finishedAt!: Date | null;
}

@Type('FlowMessagePreview', 'Who would get a message to a flow.')
export class FlowMessagePreviewType {
  @Access(rules.sendToFlow)
  @Field(() => Int, { description: 'Learners of the flow.' })
  learners!: number;

  @Access(rules.sendToFlow)
  @Field(() => [ThreadPersonType], { description: 'Everybody who would get it, the sender left out.' })
  people!: readonly ThreadPersonType[];

  @Access(rules.sendToFlow)
  @Field(() => [String], { description: 'Learners for whom nobody of the chosen roles takes part now.' })
  unreached!: readonly string[];
}
