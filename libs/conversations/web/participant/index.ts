import { type Feature } from '@softmob/portal-kit';
import { conversations, screens } from '../shared/feature';

export const feature: Feature = {
  ...conversations,
  routes: [
    { path: 'messages', lazy: screens.list },
    { path: 'messages/new', lazy: screens.begin },
    { path: 'messages/:id', lazy: screens.thread },
  ],
  nav: [],
};
