import { type Feature } from '@softmob/portal-kit';

/** Documents that were issued for the participant. */
export const feature: Feature = {
  key: 'paperwork',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [{ path: 'papers', lazy: () => import('./papers-screen').then((m) => ({ Component: m.PapersScreen })) }],
  nav: [],
};
