import { policy } from '@softmob/access';
import { Access, type Ctx as Context, type LiveEvent, Receipt } from '@softmob/api-kit';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { countUnread, findNotifications, markAllRead, markRead, newsOf } from './notification.service';
import { MailPreferencesType, NewsType, NotificationConnection, NotificationType } from './notification.type';
import { NEWS_CHANNEL } from './post';
import { MailPreferencesInput } from './preferences.input';
import { choosePreferences, readPreferences } from './preferences.service';

const rules = policy.messaging;

@Resolver(() => NotificationType)
export class NotificationResolver {
  @Access(rules.readOwn)
  @Query(() => NotificationConnection, { description: 'What the reader was told, the newest first.' })
  notifications(
    @Ctx() ctx: Context,
    @Arg('unread', () => Boolean, { nullable: true, description: 'Only what is not read yet.' }) unread: boolean | null,
    @Arg('first', () => Int, { nullable: true, description: 'Rows per page, 1 to 500; 50 unless told.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after: string | null,
  ) {
    return findNotifications(ctx, unread ?? false, { first, after });
  }

  @Access(rules.readOwn)
  @Query(() => Int, { description: 'How many of the reader’s notifications are unread.' })
  unreadNotifications(@Ctx() ctx: Context): Promise<number> {
    return countUnread(ctx);
  }

  @Access(rules.markRead)
  @Mutation(() => Receipt, { description: 'Marks up to 500 own notifications as read: all of them, or none.' })
  markNotificationsRead(
    @Ctx() ctx: Context,
    @Arg('ids', () => [ID], { description: 'The notifications.' }) ids: string[],
  ): Promise<Receipt> {
    return markRead(ctx, ids);
  }

  @Access(rules.markRead)
  @Mutation(() => Receipt, { description: 'Marks all own notifications as read.' })
  markAllNotificationsRead(@Ctx() ctx: Context): Promise<Receipt> {
    return markAllRead(ctx);
  }

  @Access(rules.readPreferences)
  @Query(() => MailPreferencesType, { description: 'How the reader is told by e-mail.' })
  mailPreferences(@Ctx() ctx: Context): Promise<MailPreferencesType> {
    return readPreferences(ctx);
  }

  @Access(rules.choosePreferences)
  @Mutation(() => MailPreferencesType, {
    description: 'Chooses how the reader is told by e-mail. E-mails that wait already keep their time.',
  })
  chooseMailPreferences(
    @Ctx() ctx: Context,
    @Arg('input', () => MailPreferencesInput, { description: 'The choice.' }) input: MailPreferencesInput,
  ): Promise<MailPreferencesType> {
    return choosePreferences(ctx, input);
  }

  @Access(rules.readOwn)
  @Subscription(() => NewsType, {
    subscribe: ({ context }: { context: Context }) => context.runtime.live.subscribe(NEWS_CHANNEL, context.personId),
    description: 'Whenever the reader is told something, or has read it in another window.',
  })
  notificationArrived(@Root() event: LiveEvent, @Ctx() ctx: Context): Promise<NewsType> {
    return newsOf(ctx, event);
  }
}
