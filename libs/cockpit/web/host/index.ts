import AssignmentTurnedInOutlined from '@mui/icons-material/AssignmentTurnedInOutlined';
import { type Feature } from '@softmob/portal-kit';
import { feature as tasks } from '@softmob/processes-web/tasks';

/** The host's tasks of all its flows and learners, with what is done with many at once. */
export const feature: Feature = {
  ...tasks,
  routes: [{ path: 'tasks', lazy: () => import('./my-tasks-screen').then((m) => ({ Component: m.MyTasksScreen })) }],
  nav: [{ to: '/tasks', labelKey: 'nav.tasks', icon: AssignmentTurnedInOutlined, order: 5, place: 'side' }],
};
