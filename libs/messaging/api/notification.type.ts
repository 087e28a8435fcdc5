import { policy } from '@softmob/access';
import { Access, connectionOf, type Ctx as Context, type MailWords, Moment, Type } from '@softmob/api-kit';
import { Ctx, Field, ID, Int } from 'type-graphql';
import { type Notification } from './notification.entity';

const rules = policy.messaging;

function wordsOf({ template, data }: Notification, ctx: Context): MailWords | null {
  return ctx.runtime.mails.get(template)?.(ctx.request.locale, data) ?? null;
}

@Type('Notification', 'What the reader was told: the same words as the e-mail, in the reader’s language of today.')
export class NotificationType implements Pick<Notification, 'id' | 'topic' | 'link' | 'createdAt' | 'readAt'> {
  @Access(rules.readOwn)
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Access(rules.readOwn)
  @Field(() => String, { description: 'What it is about: signatures, withdrawals, placements, documents, …' })
  topic!: Notification['topic'];

  @Access(rules.readOwn)
  @Field(() => String, { description: 'What happened, in a line.', simple: false })
  title(@Ctx() ctx: Context): string {
    return wordsOf(this as unknown as Notification, ctx)?.subject ?? '';
  }

  @Access(rules.readOwn)
  @Field(() => [String], { description: 'What there is to know, in paragraphs.', simple: false })
  text(@Ctx() ctx: Context): readonly string[] {
    return wordsOf(this as unknown as Notification, ctx)?.paragraphs ?? [];
  }

  @Access(rules.readOwn)
  @Field(() => String, { nullable: true, description: 'Where the thing itself stands: a path within the portal.' })
  link!: string | null;

  @Access(rules.readOwn)
  @Field(() => Moment, { description: 'When it happened.' })
  createdAt!: Date;

  @Access(rules.readOwn)
  @Field(() => Moment, { nullable: true, description: 'When the reader read it; null while it is new.' })
  readAt!: Date | null;
}

@Type('NotificationNews', 'That something was told, or read: what it is, and how many are unread now.')
export class NewsType {
  @Access(rules.readOwn)
  @Field(() => NotificationType, {
    nullable: true,
    description: 'What is new; null where something was read, is for another portal, or may have been missed.',
  })
  notification!: NotificationType | null;

  @Access(rules.readOwn)
  @Field(() => Int, { description: 'How many of the reader’s notifications are unread.' })
  unread!: number;
}

export const NotificationConnection = connectionOf(NotificationType, 'Notification', rules.readOwn);

@Type('MailTopicChoice', 'How the e-mails of one topic reach the reader.')
export class MailTopicChoiceType {
  @Access(rules.readPreferences)
  @Field(() => String, { description: 'signatures, withdrawals, deletions, concerns, placements, documents, tasks.' })
  topic!: string;

  @Access(rules.readPreferences)
  @Field(() => String, { description: 'once (each at once), digest (together, once a day) or off.' })
  delivery!: string;

  @Access(rules.readPreferences)
  @Field(() => Boolean, { description: 'Whether it may be switched off. In the portal it is told all the same.' })
  mayBeOff!: boolean;
}

@Type('MailPreferences', 'How the reader wants to be told by e-mail.')
export class MailPreferencesType {
  @Access(rules.readPreferences)
  @Field(() => [MailTopicChoiceType], { description: 'Every topic that can be chosen.' })
  topics!: readonly MailTopicChoiceType[];

  @Access(rules.readPreferences)
  @Field(() => String, { nullable: true, description: 'HH:MM from which no e-mail is sent; null without quiet hours.' })
  quietFrom!: string | null;

  @Access(rules.readPreferences)
  @Field(() => String, { nullable: true, description: 'HH:MM at which what waited is sent.' })
  quietUntil!: string | null;

  @Access(rules.readPreferences)
  @Field(() => String, { description: 'IANA name of the time zone of these hours.' })
  timeZone!: string;
}
