import FlightLandOutlined from '@mui/icons-material/FlightLandOutlined';
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import SpaceDashboardOutlined from '@mui/icons-material/SpaceDashboardOutlined';
import StoreOutlined from '@mui/icons-material/StoreOutlined';
import { connection, type Feature } from '@softmob/portal-kit';

/** The host's desk: requests to answer, who arrives, and the places of its companies. */
export const feature: Feature = {
  key: 'placements',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  typePolicies: { Query: { fields: { organisations: connection(['kind', 'search']) } } },
  routes: [
    { index: true, lazy: () => import('./home-screen').then((module) => ({ Component: module.HomeScreen })) },
    {
      path: 'requests',
      lazy: () => import('./requests-screen').then((module) => ({ Component: module.RequestsScreen })),
    },
    {
      path: 'arrivals',
      lazy: () => import('./arrivals-screen').then((module) => ({ Component: module.ArrivalsScreen })),
    },
    {
      path: 'companies',
      lazy: () => import('./companies-screen').then((module) => ({ Component: module.CompaniesScreen })),
    },
    {
      path: 'companies/:mobilityId/replace',
      lazy: () => import('./replace-screen').then((module) => ({ Component: module.ReplaceScreenOfHost })),
    },
  ],
  nav: [
    { to: '/', labelKey: 'nav.home', icon: SpaceDashboardOutlined, order: 0, place: 'side', end: true },
    { to: '/requests', labelKey: 'nav.requests', icon: HandshakeOutlined, order: 10, place: 'side' },
    { to: '/arrivals', labelKey: 'nav.arrivals', icon: FlightLandOutlined, order: 20, place: 'side' },
    { to: '/companies', labelKey: 'nav.companies', icon: StoreOutlined, order: 30, place: 'side' },
  ],
};
