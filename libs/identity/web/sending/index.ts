import MailOutlined from '@mui/icons-material/MailOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import { connection, type Feature } from '@softmob/portal-kit';

/** What the operator of a demo does: read the outbox, move the clock. */
export const feature: Feature = {
  key: 'identity',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  typePolicies: { Query: { fields: { outbox: connection(['search']) } } },
  routes: [
    { path: 'outbox', lazy: () => import('./outbox.operator').then((module) => ({ Component: module.OutboxScreen })) },
    { path: 'clock', lazy: () => import('./clock.operator').then((module) => ({ Component: module.ClockScreen })) },
  ],
  nav: [
    { to: '/outbox', labelKey: 'nav.outbox', icon: MailOutlined, order: 80, place: 'side', audiences: ['operator'] },
    { to: '/clock', labelKey: 'nav.clock', icon: ScheduleOutlined, order: 81, place: 'side', audiences: ['operator'] },
  ],
};
