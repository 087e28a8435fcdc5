import ArticleOutlined from '@mui/icons-material/ArticleOutlined';
import { connection, type Feature } from '@softmob/portal-kit';

/** Documents that schools issued for the host as well. */
export const feature: Feature = {
  key: 'paperwork',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  typePolicies: { Query: { fields: { issuedDocuments: connection(['filter']) } } },
  routes: [{ path: 'papers', lazy: () => import('./papers-screen').then((m) => ({ Component: m.PapersScreen })) }],
  nav: [{ to: '/papers', labelKey: 'nav.received', icon: ArticleOutlined, order: 60, place: 'side' }],
};
