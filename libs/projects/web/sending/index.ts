import FolderOpenOutlined from '@mui/icons-material/FolderOpenOutlined';
import MarkEmailReadOutlined from '@mui/icons-material/MarkEmailReadOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { type Feature } from '@softmob/portal-kit';

/** Projects and their flows, bringing people in, inviting them, and one participant with everything. */
export const feature: Feature = {
  key: 'projects',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    { path: 'projects', lazy: () => import('./projects-screen').then((m) => ({ Component: m.ProjectsScreen })) },
    {
      path: 'projects/new',
      lazy: () => import('./project-form.coordinator').then((m) => ({ Component: m.NewProjectScreen })),
    },
    { path: 'projects/:id', lazy: () => import('./project-screen').then((m) => ({ Component: m.ProjectScreen })) },
    {
      path: 'projects/:id/edit',
      lazy: () => import('./project-form.coordinator').then((m) => ({ Component: m.EditProjectScreen })),
    },
    {
      path: 'projects/:projectId/flows/new',
      lazy: () => import('./flow-form.coordinator').then((m) => ({ Component: m.NewFlowScreen })),
    },
    {
      path: 'projects/:id/next-year',
      lazy: () => import('./clone-screen.coordinator').then((m) => ({ Component: m.CloneScreen })),
    },
    { path: 'flows/:id', lazy: () => import('./flow-form.coordinator').then((m) => ({ Component: m.EditFlowScreen })) },
    {
      path: 'imports/new',
      lazy: () => import('./upload-screen.coordinator').then((m) => ({ Component: m.UploadScreen })),
    },
    {
      path: 'participants/import',
      lazy: () => import('./upload-screen.coordinator').then((m) => ({ Component: m.UploadScreen })),
    },
    {
      path: 'imports/:id',
      lazy: () => import('./import-screen.coordinator').then((m) => ({ Component: m.ImportScreen })),
    },
    { path: 'people', lazy: () => import('./people-screen.coordinator').then((m) => ({ Component: m.PeopleScreen })) },
    { path: 'mobilities/:id', lazy: () => import('./mobility-screen').then((m) => ({ Component: m.MobilityScreen })) },
  ],
  nav: [
    {
      to: '/projects',
      labelKey: 'nav.projects',
      icon: FolderOpenOutlined,
      order: 20,
      place: 'side',
      group: 'plan',
      audiences: ['sendingCoordinator', 'sendingTeacher', 'sendingFinance'],
    },
    {
      to: '/people',
      labelKey: 'nav.people',
      icon: MarkEmailReadOutlined,
      order: 22,
      place: 'side',
      group: 'plan',
      audiences: ['sendingCoordinator'],
    },
    {
      to: '/imports/new',
      labelKey: 'nav.imports',
      icon: UploadFileOutlined,
      order: 24,
      place: 'side',
      group: 'plan',
      audiences: ['sendingCoordinator'],
    },
  ],
};
