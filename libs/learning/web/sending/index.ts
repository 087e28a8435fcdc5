import HistoryEduOutlined from '@mui/icons-material/HistoryEduOutlined';
import LibraryBooksOutlined from '@mui/icons-material/LibraryBooksOutlined';
import WorkspacePremiumOutlined from '@mui/icons-material/WorkspacePremiumOutlined';
import { type Feature } from '@softmob/portal-kit';

const readers = ['sendingCoordinator', 'sendingTeacher'] as const;

export const feature: Feature = {
  key: 'learning',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    { path: 'agreements', lazy: () => import('./agreements-screen').then((m) => ({ Component: m.AgreementsScreen })) },
    {
      path: 'agreements/:id',
      lazy: () => import('./agreement-screen').then((m) => ({ Component: m.AgreementScreen })),
    },
    { path: 'units', lazy: () => import('./units-screen').then((m) => ({ Component: m.UnitsScreen })) },
    { path: 'units/new', lazy: () => import('./unit-edit-screen').then((m) => ({ Component: m.UnitEditScreen })) },
    {
      path: 'units/:key/edit',
      lazy: () => import('./unit-edit-screen').then((m) => ({ Component: m.UnitEditScreen })),
    },
    { path: 'outcomes', lazy: () => import('./outcomes-screen').then((m) => ({ Component: m.OutcomesScreen })) },
  ],
  nav: [
    {
      to: '/agreements',
      labelKey: 'nav.agreements',
      icon: HistoryEduOutlined,
      order: 40,
      place: 'side',
      group: 'papers',
      audiences: readers,
    },
    {
      to: '/units',
      labelKey: 'nav.units',
      icon: LibraryBooksOutlined,
      order: 72,
      place: 'side',
      group: 'house',
      audiences: readers,
    },
    {
      to: '/outcomes',
      labelKey: 'nav.outcomes',
      icon: WorkspacePremiumOutlined,
      order: 70,
      place: 'side',
      group: 'stay',
      audiences: readers,
    },
  ],
};
