import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined';
import { connection, type Feature } from '@softmob/portal-kit';

/** The school’s part: looking at what participants sent. */
export const feature: Feature = {
  key: 'documents',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    {
      path: 'documents',
      lazy: () => import('./review-screen.coordinator').then((module) => ({ Component: module.ReviewScreen })),
    },
    {
      path: 'seal',
      lazy: () => import('./seal-screen.coordinator').then((module) => ({ Component: module.SealScreen })),
    },
    {
      path: 'documents/expiry',
      lazy: () => import('./expiry-screen.coordinator').then((module) => ({ Component: module.ExpiryScreen })),
    },
  ],
  typePolicies: { Query: { fields: { documents: connection(['filter']) } } },
  nav: [
    {
      to: '/documents',
      labelKey: 'nav.review',
      icon: FactCheckOutlined,
      order: 41,
      place: 'side',
      group: 'papers',
      audiences: ['sendingCoordinator'],
    },
    {
      to: '/seal',
      labelKey: 'nav.seal',
      icon: VerifiedUserOutlined,
      order: 82,
      place: 'side',
      group: 'house',
      audiences: ['sendingCoordinator'],
    },
  ],
};
