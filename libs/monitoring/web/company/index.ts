import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import { type Feature } from '@softmob/portal-kit';

/** The tutor’s weekly report, attendance with it. */
export const feature: Feature = {
  key: 'monitoring',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    { path: 'reports', lazy: () => import('./reports-screen').then((module) => ({ Component: module.ReportsScreen })) },
    {
      path: 'reports/:mobilityId/:week',
      lazy: () => import('./report-screen').then((module) => ({ Component: module.ReportScreen })),
    },
  ],
  nav: [{ to: '/reports', labelKey: 'nav.reports', icon: EditNoteOutlined, order: 20, place: 'bottom' }],
};
