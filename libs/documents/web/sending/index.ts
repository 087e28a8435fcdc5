import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
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
  ],
  typePolicies: { Query: { fields: { documents: connection(['filter']) } } },
  nav: [
    {
      to: '/documents',
      labelKey: 'nav.review',
      icon: FactCheckOutlined,
      order: 40,
      place: 'side',
      audiences: ['sendingCoordinator'],
    },
  ],
};
