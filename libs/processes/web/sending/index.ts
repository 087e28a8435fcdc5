import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import { type Feature } from '@softmob/portal-kit';

/** The processes that flows follow: templates, their editor, their versions. */
export const feature: Feature = {
  key: 'processes',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    {
      path: 'processes',
      lazy: () => import('./processes-screen.coordinator').then((m) => ({ Component: m.ProcessesScreen })),
    },
    {
      path: 'processes/:id',
      lazy: () => import('./process-screen.coordinator').then((m) => ({ Component: m.ProcessScreen })),
    },
  ],
  nav: [
    {
      to: '/processes',
      labelKey: 'nav.processes',
      icon: AccountTreeOutlined,
      order: 80,
      place: 'side',
      group: 'house',
      audiences: ['sendingCoordinator'],
    },
  ],
};
