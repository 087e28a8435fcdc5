import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { type Feature } from '@softmob/portal-kit';

/** Answering schools that ask for the same again, and bringing the host's companies in from a spreadsheet. */
export const feature: Feature = {
  key: 'projects',
  messages: { en: () => import('../messages/en.json'), it: () => import('../messages/it.json') },
  routes: [
    { path: 'imports/new', lazy: () => import('./upload-screen').then((m) => ({ Component: m.UploadScreen })) },
    { path: 'same-again', lazy: () => import('./same-again-screen').then((m) => ({ Component: m.SameAgainScreen })) },
    { path: 'imports/:id', lazy: () => import('./import-screen').then((m) => ({ Component: m.ImportScreen })) },
  ],
  nav: [{ to: '/imports/new', labelKey: 'nav.companyImport', icon: UploadFileOutlined, order: 60, place: 'side' }],
};
