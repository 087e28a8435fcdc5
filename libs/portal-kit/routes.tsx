import { type RouteObject } from 'react-router';
import { type Portal } from './portal';
import { NotFound } from './shell/not-found';
import { RootLayout } from './shell/root-layout';
import { RouteError } from './shell/route-error';
import { SessionGate } from './shell/session-gate';

const setPassword = () => import('./screens/set-password').then((m) => ({ Component: m.SetPasswordScreen }));

/** The ways in, for whoever is not signed in. */
const entrances: RouteObject[] = [
  { path: 'sign-in', lazy: () => import('./screens/sign-in').then((m) => ({ Component: m.SignInScreen })) },
  { path: 'forgot', lazy: () => import('./screens/forgot').then((m) => ({ Component: m.ForgotScreen })) },
  { path: 'invitation/:token', lazy: setPassword },
  { path: 'reset/:token', lazy: setPassword },
  { path: 'seat/:token', lazy: () => import('./screens/seat').then((m) => ({ Component: m.SeatScreen })) },
];

/** The routes of a portal: the ways in, then what its features bring, behind the session. */
export function routesOf(portal: Portal): RouteObject[] {
  const screens = portal.features.flatMap(({ routes }) => routes);
  return [
    {
      Component: RootLayout,
      ErrorBoundary: RouteError,
      HydrateFallback: () => null,
      children: [
        ...entrances,
        {
          Component: SessionGate,
          children: [{ ErrorBoundary: RouteError, children: [...screens, { path: '*', Component: NotFound }] }],
        },
      ],
    },
  ];
}
