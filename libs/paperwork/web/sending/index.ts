import ArticleOutlined from '@mui/icons-material/ArticleOutlined';
import { connection, type Feature } from '@softmob/portal-kit';

/** Papers that the school issues: templates, their editor, issuing, and what was issued. */
export const feature: Feature = {
  key: 'paperwork',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  typePolicies: { Query: { fields: { issuedDocuments: connection(['filter']), documentRuns: connection() } } },
  routes: [
    {
      path: 'papers',
      lazy: () => import('./library-screen.coordinator').then((m) => ({ Component: m.LibraryScreen })),
    },
    {
      path: 'papers/templates/:id',
      lazy: () => import('./template-screen.coordinator').then((m) => ({ Component: m.TemplateScreen })),
    },
    {
      path: 'papers/issue',
      lazy: () => import('./issue-screen.coordinator').then((m) => ({ Component: m.IssueScreen })),
    },
    {
      path: 'papers/runs/:id',
      lazy: () => import('./run-screen.coordinator').then((m) => ({ Component: m.RunScreen })),
    },
    {
      path: 'papers/issued',
      lazy: () => import('./issued-screen.coordinator').then((m) => ({ Component: m.IssuedScreen })),
    },
  ],
  nav: [
    {
      to: '/papers',
      labelKey: 'nav.papers',
      icon: ArticleOutlined,
      order: 42,
      place: 'side',
      group: 'papers',
      audiences: ['sendingCoordinator'],
    },
  ],
};
