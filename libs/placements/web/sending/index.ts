import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import { type Feature } from '@softmob/portal-kit';

/** Where the learners of a flow will work: matched, sent to the host, confirmed. */
export const feature: Feature = {
  key: 'placements',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    {
      path: 'placements',
      lazy: () => import('./placements-screen').then((module) => ({ Component: module.PlacementsScreen })),
    },
    {
      path: 'placements/:mobilityId/replace',
      lazy: () => import('./replace-screen').then((module) => ({ Component: module.ReplaceScreen })),
    },
  ],
  nav: [
    {
      to: '/placements',
      labelKey: 'nav.placements',
      icon: HandshakeOutlined,
      order: 30,
      place: 'side',
      audiences: ['sendingCoordinator', 'sendingTeacher', 'sendingFinance'],
    },
  ],
};
