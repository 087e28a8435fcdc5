import MailOutlined from '@mui/icons-material/MailOutlined';
import PlaylistPlayOutlined from '@mui/icons-material/PlaylistPlayOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import { connection, type Feature } from '@softmob/portal-kit';

/** What the operator does: care for the queue, in a demo read the outbox and move the clock. */
export const feature: Feature = {
  key: 'identity',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  typePolicies: {
    Query: {
      fields: {
        outbox: connection(['search']),
        stuckJobs: connection(['state', 'kind']),
        stuckMails: connection(['state']),
        givenUpJobs: connection([]),
      },
    },
  },
  routes: [
    { path: 'outbox', lazy: () => import('./outbox.operator').then((module) => ({ Component: module.OutboxScreen })) },
    { path: 'clock', lazy: () => import('./clock.operator').then((module) => ({ Component: module.ClockScreen })) },
    { path: 'queue', lazy: () => import('./queue.operator').then((module) => ({ Component: module.QueueScreen })) },
  ],
  nav: [
    {
      to: '/queue',
      labelKey: 'nav.queue',
      icon: PlaylistPlayOutlined,
      order: 82,
      place: 'side',
      audiences: ['operator'],
    },
    { to: '/outbox', labelKey: 'nav.outbox', icon: MailOutlined, order: 80, place: 'side', audiences: ['operator'] },
    { to: '/clock', labelKey: 'nav.clock', icon: ScheduleOutlined, order: 81, place: 'side', audiences: ['operator'] },
  ],
};
