import { type Feature } from '@softmob/portal-kit';

/** What a host needs to show the documents that were released to it. */
export const feature: Feature = {
  key: 'documents',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [],
  nav: [],
};
