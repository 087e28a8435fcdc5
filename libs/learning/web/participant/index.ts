import HistoryEduOutlined from '@mui/icons-material/HistoryEduOutlined';
import { type Feature } from '@softmob/portal-kit';

export const feature: Feature = {
  key: 'learning',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    { path: 'agreements', lazy: () => import('./agreements-screen').then((m) => ({ Component: m.AgreementsScreen })) },
    {
      path: 'agreements/:id',
      lazy: () => import('./agreement-screen').then((m) => ({ Component: m.AgreementScreen })),
    },
    {
      path: 'certificates',
      lazy: () => import('./certificates-screen').then((m) => ({ Component: m.CertificatesScreen })),
    },
    {
      path: 'self-assessment',
      lazy: () => import('./self-assessment-screen').then((m) => ({ Component: m.SelfAssessmentScreen })),
    },
  ],
  nav: [{ to: '/agreements', labelKey: 'nav.agreement', icon: HistoryEduOutlined, order: 20, place: 'bottom' }],
};
