import HubOutlined from '@mui/icons-material/HubOutlined';
import { type Feature } from '@softmob/portal-kit';
import { conversations, messagesNav, screens } from '../shared/feature';

export const feature: Feature = {
  ...conversations,
  routes: [
    { path: 'messages', lazy: screens.list },
    { path: 'messages/new', lazy: screens.begin },
    { path: 'messages/:id', lazy: screens.thread },
    { path: 'partners', lazy: screens.partners },
  ],
  nav: [
    { ...messagesNav, order: 28, place: 'side' },
    { to: '/partners', labelKey: 'nav.partners', icon: HubOutlined, order: 29, place: 'side' },
  ],
};
