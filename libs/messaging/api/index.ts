import { type Slice } from '@softmob/api-kit';
import { digestJob } from './digest.job';
import { messagingMails } from './mails';
import { MailPreference, Notification } from './notification.entity';
import { NotificationResolver } from './notification.resolver';
import { NEWS_CHANNEL, post } from './post';

export const messagingSlice: Slice = {
  name: 'messaging',
  entities: [Notification, MailPreference],
  resolvers: [NotificationResolver],
  jobs: { 'messaging:digest': digestJob },
  daily: ['messaging:digest'],
  mails: messagingMails,
  topics: { 'messaging:digest': 'digest' },
  post,
  channels: [NEWS_CHANNEL],
};

export { readLinked } from './notification.service';
