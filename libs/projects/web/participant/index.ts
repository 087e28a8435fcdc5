import { type Feature } from '@softmob/portal-kit';

/** Giving a place back, in a quiet corner of one's own mobility. */
export const feature: Feature = {
  key: 'projects',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    {
      path: 'withdraw',
      lazy: () => import('./withdraw-screen').then((module) => ({ Component: module.WithdrawScreen })),
    },
  ],
  nav: [],
};
