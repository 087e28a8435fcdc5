import SchoolOutlined from '@mui/icons-material/SchoolOutlined';
import { type Feature } from '@softmob/portal-kit';

/** How a school begins to work here: the operator lets it in. */
export const feature: Feature = {
  key: 'organisations',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    {
      path: 'open-school',
      lazy: () => import('./open-school.operator').then((module) => ({ Component: module.OpenSchoolScreen })),
    },
  ],
  nav: [
    {
      to: '/open-school',
      labelKey: 'nav.openSchool',
      icon: SchoolOutlined,
      order: 79,
      place: 'side',
      audiences: ['operator'],
    },
  ],
};
