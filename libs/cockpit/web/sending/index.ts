import AssignmentTurnedInOutlined from '@mui/icons-material/AssignmentTurnedInOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import RadarOutlined from '@mui/icons-material/RadarOutlined';
import { connection, type Feature } from '@softmob/portal-kit';

const school = ['sendingCoordinator', 'sendingTeacher', 'sendingFinance'] as const;

export const feature: Feature = {
  key: 'cockpit',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    { index: true, lazy: () => import('./home-screen').then((m) => ({ Component: m.HomeScreen })) },
    { path: 'board', lazy: () => import('./board-screen').then((m) => ({ Component: m.BoardScreen })) },
    { path: 'tasks', lazy: () => import('./my-tasks-screen').then((m) => ({ Component: m.MyTasksScreen })) },
    {
      path: 'departure/:flowId',
      lazy: () => import('./departure-screen').then((m) => ({ Component: m.DepartureScreen })),
    },
    { path: 'dashboard', lazy: () => import('./dashboard-screen').then((m) => ({ Component: m.DashboardScreen })) },
  ],
  typePolicies: { Query: { fields: { mobilities: connection(['filter']) } } },
  nav: [
    { to: '/', labelKey: 'nav.radar', icon: RadarOutlined, order: 0, place: 'side', end: true, audiences: school },
    { to: '/board', labelKey: 'nav.board', icon: GroupsOutlined, order: 10, place: 'side', audiences: school },
    {
      to: '/tasks',
      labelKey: 'nav.tasks',
      icon: AssignmentTurnedInOutlined,
      order: 15,
      place: 'side',
      audiences: ['sendingCoordinator', 'sendingTeacher'],
    },
    {
      to: '/dashboard',
      labelKey: 'nav.dashboard',
      icon: InsightsOutlined,
      order: 90,
      place: 'side',
      audiences: school,
    },
  ],
};
