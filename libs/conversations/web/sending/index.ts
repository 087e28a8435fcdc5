import HubOutlined from '@mui/icons-material/HubOutlined';
import { CIRCLES } from '@softmob/access';
import { type Feature } from '@softmob/portal-kit';
import { conversations, messagesNav, screens } from '../shared/feature';

export const feature: Feature = {
  ...conversations,
  routes: [
    { path: 'messages', lazy: screens.list },
    { path: 'messages/new', lazy: screens.begin },
    {
      path: 'messages/flow',
      lazy: () => import('./flow-message-screen.coordinator').then((m) => ({ Component: m.FlowMessageScreen })),
    },
    { path: 'messages/:id', lazy: screens.thread },
    { path: 'partners', lazy: screens.partners },
  ],
  nav: [
    {
      to: '/partners',
      labelKey: 'nav.partners',
      icon: HubOutlined,
      order: 32,
      place: 'side',
      group: 'plan',
      audiences: ['sendingCoordinator'],
    },
    { ...messagesNav, order: 35, place: 'side', audiences: CIRCLES.sending },
  ],
};
