import ChecklistOutlined from '@mui/icons-material/ChecklistOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import { type Feature } from '@softmob/portal-kit';

export const feature: Feature = {
  key: 'learning',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    { index: true, lazy: () => import('./todo-screen').then((m) => ({ Component: m.TodoScreen })) },
    { path: 'learners', lazy: () => import('./learners-screen').then((m) => ({ Component: m.LearnersScreen })) },
    { path: 'learners/:id', lazy: () => import('./learner-screen').then((m) => ({ Component: m.LearnerScreen })) },
    {
      path: 'learners/:id/:kind',
      lazy: () => import('./assessment-screen').then((m) => ({ Component: m.AssessmentScreen })),
    },
    {
      path: 'agreements/:id',
      lazy: () => import('./agreement-screen').then((m) => ({ Component: m.AgreementScreen })),
    },
    { path: 'company-data', lazy: () => import('./company-screen').then((m) => ({ Component: m.CompanyScreen })) },
  ],
  nav: [
    { to: '/', labelKey: 'nav.todo', icon: ChecklistOutlined, order: 0, place: 'bottom', end: true },
    { to: '/learners', labelKey: 'nav.learners', icon: GroupsOutlined, order: 10, place: 'bottom' },
  ],
};
