import LuggageOutlined from '@mui/icons-material/LuggageOutlined';
import { connection, type Feature } from '@softmob/portal-kit';

/** The host’s guests: who has arrived, who has left, how they are. */
export const feature: Feature = {
  key: 'monitoring',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    { path: 'stays', lazy: () => import('./stays-screen').then((module) => ({ Component: module.StaysScreen })) },
  ],
  typePolicies: { Query: { fields: { mobilities: connection(['filter']) } } },
  nav: [{ to: '/stays', labelKey: 'nav.stays', icon: LuggageOutlined, order: 25, place: 'side' }],
};
