import ContactPhoneOutlined from '@mui/icons-material/ContactPhoneOutlined';
import HomeOutlined from '@mui/icons-material/HomeOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import { type Feature } from '@softmob/portal-kit';

/** My mobility: what comes next, the diary, whom to call, and what one thinks of it in the end. */
export const feature: Feature = {
  key: 'monitoring',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    { index: true, lazy: () => import('./home-screen').then((module) => ({ Component: module.HomeScreen })) },
    { path: 'diary', lazy: () => import('./diary-screen').then((module) => ({ Component: module.DiaryScreen })) },
    { path: 'people', lazy: () => import('./people-screen').then((module) => ({ Component: module.PeopleScreen })) },
    {
      path: 'evaluation',
      lazy: () => import('./evaluation-screen.own').then((module) => ({ Component: module.EvaluationScreen })),
    },
    { path: 'me', lazy: () => import('./me-screen').then((module) => ({ Component: module.MeScreen })) },
  ],
  nav: [
    { to: '/', labelKey: 'nav.home', icon: HomeOutlined, order: 0, place: 'bottom', end: true },
    { to: '/diary', labelKey: 'nav.diary', icon: MenuBookOutlined, order: 12, place: 'bottom' },
    { to: '/people', labelKey: 'nav.people', icon: ContactPhoneOutlined, order: 14, place: 'bottom' },
  ],
};
