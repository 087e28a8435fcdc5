import { policy } from '@softmob/access';
import { source } from '@softmob/api-kit';
import { MailPreference, Notification } from './notification.entity';

export const notifications = source(Notification, {
  name: 'notification',
  reach: policy.messaging.reachNotification,
});

/** Always asked for by the reader's own person. */
export const mailPreferences = source(MailPreference, { name: 'mail preference', reach: null });

/** How a person is told who has not chosen anything. */
export const DEFAULT_TIME_ZONE = 'Europe/Rome';
