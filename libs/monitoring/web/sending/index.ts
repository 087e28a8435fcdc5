import MonitorHeartOutlined from '@mui/icons-material/MonitorHeartOutlined';
import { type Feature } from '@softmob/portal-kit';

/** The school’s look at those who are abroad. */
export const feature: Feature = {
  key: 'monitoring',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    {
      path: 'monitoring',
      lazy: () => import('./monitoring-screen').then((module) => ({ Component: module.MonitoringScreen })),
    },
  ],
  nav: [
    {
      to: '/monitoring',
      labelKey: 'nav.monitoring',
      icon: MonitorHeartOutlined,
      order: 50,
      place: 'side',
      group: 'stay',
      audiences: ['sendingCoordinator', 'sendingTeacher'],
    },
  ],
};
