import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import { type Feature } from '@softmob/portal-kit';

/** The host's own data and those of the companies in its care. */
export const feature: Feature = {
  key: 'organisations',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    { path: 'our-data', lazy: () => import('./our-data-screen').then((m) => ({ Component: m.OurDataScreen })) },
    { path: 'our-data/:id', lazy: () => import('./correct-screen').then((m) => ({ Component: m.CorrectScreen })) },
  ],
  nav: [{ to: '/our-data', labelKey: 'nav.ourData', icon: BusinessOutlined, order: 50, place: 'side' }],
};
