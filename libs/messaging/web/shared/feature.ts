import TuneOutlined from '@mui/icons-material/TuneOutlined';
import { connection, type Feature } from '@softmob/portal-kit';
import { lazy } from 'react';

/** Being told, the same in every portal: the bell, the list, and how one wants one’s e-mails. */
export const feature: Feature = {
  key: 'messaging',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  typePolicies: { Query: { fields: { notifications: connection(['unread', 'first']) } } },
  routes: [
    {
      path: 'notifications',
      lazy: () => import('./notifications-screen').then((m) => ({ Component: m.NotificationsScreen })),
    },
    {
      path: 'notifications/settings',
      lazy: () => import('./settings-screen').then((m) => ({ Component: m.SettingsScreen })),
    },
  ],
  nav: [],
  tool: lazy(() => import('./bell')),
  account: [{ to: '/notifications/settings', labelKey: 'settings.title', icon: TuneOutlined }],
};
