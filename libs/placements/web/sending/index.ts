import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import StoreOutlined from '@mui/icons-material/StoreOutlined';
import { connection, type Feature } from '@softmob/portal-kit';

const school = ['sendingCoordinator', 'sendingTeacher', 'sendingFinance'] as const;

/** Where the learners of a flow will work: matched, sent to the host, confirmed. */
export const feature: Feature = {
  key: 'placements',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  typePolicies: { Query: { fields: { organisations: connection(['kind', 'search']) } } },
  routes: [
    {
      path: 'placements',
      lazy: () => import('./placements-screen').then((module) => ({ Component: module.PlacementsScreen })),
    },
    {
      path: 'placements/:mobilityId/replace',
      lazy: () => import('./replace-screen').then((module) => ({ Component: module.ReplaceScreen })),
    },
    {
      path: 'companies',
      lazy: () => import('./companies-screen').then((module) => ({ Component: module.CompaniesScreen })),
    },
  ],
  nav: [
    {
      to: '/placements',
      labelKey: 'nav.placements',
      icon: HandshakeOutlined,
      order: 30,
      place: 'side',
      group: 'plan',
      audiences: school,
    },
    {
      to: '/companies',
      labelKey: 'nav.companies',
      icon: StoreOutlined,
      order: 31,
      place: 'side',
      group: 'plan',
      audiences: school,
    },
  ],
};
