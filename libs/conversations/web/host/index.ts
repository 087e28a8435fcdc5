import ForumOutlined from '@mui/icons-material/ForumOutlined';
import { connection, type Feature } from '@softmob/portal-kit';
import { lazy } from 'react';

/** Messages, the same in every portal: the list, a conversation, and a new one. */
export const feature: Feature = {
  key: 'conversations',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  typePolicies: {
    Query: { fields: { threads: connection(['filter', 'first']), searchMessages: connection(['text']) } },
  },
  routes: [
    {
      path: 'messages',
      lazy: () => import('../shared/messages-screen').then((m) => ({ Component: m.MessagesScreen })),
    },
    {
      path: 'messages/new',
      lazy: () => import('../shared/new-screen').then((m) => ({ Component: m.NewMessageScreen })),
    },
    {
      path: 'messages/:id',
      lazy: () => import('../shared/thread-screen').then((m) => ({ Component: m.ThreadScreen })),
    },
  ],
  nav: [{ to: '/messages', labelKey: 'nav.messages', icon: ForumOutlined, order: 28, place: 'side' }],
  tool: lazy(() => import('../shared/messages-tool')),
};
