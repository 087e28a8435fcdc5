import FolderOutlined from '@mui/icons-material/FolderOutlined';
import { type Feature } from '@softmob/portal-kit';

/** The participant’s documents: what is needed, sent with a phone’s camera, and what became of it. */
export const feature: Feature = {
  key: 'documents',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    {
      path: 'documents',
      lazy: () => import('./documents-screen').then((module) => ({ Component: module.DocumentsScreen })),
    },
  ],
  nav: [{ to: '/documents', labelKey: 'nav.documents', icon: FolderOutlined, order: 10, place: 'bottom' }],
};
