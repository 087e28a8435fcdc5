import ForumOutlined from '@mui/icons-material/ForumOutlined';
import { connection, type Feature, type NavItem } from '@softmob/portal-kit';
import { lazy } from 'react';

/** Messages, the same in every portal but for where one finds them: the list, a conversation, and a new one. */
export const conversations: Pick<Feature, 'key' | 'messages' | 'typePolicies' | 'tool'> = {
  key: 'conversations',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  typePolicies: {
    Query: {
      fields: {
        threads: connection(['filter', 'first']),
        searchMessages: connection(['text']),
        organisations: connection(['kind', 'search']),
      },
    },
  },
  tool: lazy(() => import('./messages-tool')),
};

export const screens = {
  list: () => import('./messages-screen').then((m) => ({ Component: m.MessagesScreen })),
  begin: () => import('./new-screen').then((m) => ({ Component: m.NewMessageScreen })),
  thread: () => import('./thread-screen').then((m) => ({ Component: m.ThreadScreen })),
  partners: () => import('./partners-screen').then((m) => ({ Component: m.PartnersScreen })),
};

export const messagesNav: Pick<NavItem, 'to' | 'labelKey' | 'icon'> = {
  to: '/messages',
  labelKey: 'nav.messages',
  icon: ForumOutlined,
};
