import { type Feature } from '@softmob/portal-kit';

/** The words of what is done with tasks, for every portal that shows them; its dialogs stand in `./dialogs`. */
export const feature: Feature = {
  key: 'tasks',
  messages: { en: () => import('./messages/en.json'), it: () => import('./messages/it.json') },
  routes: [],
  nav: [],
};
