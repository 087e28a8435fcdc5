import '@fontsource-variable/inter/wght.css';
import { type TypePolicies } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { type PortalKey } from '@softmob/access';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { startActingAs } from './data/acting-as';
import { startLive } from './data/live';
import { createClient } from './data/client';
import { onUploadSignedOut } from './data/upload';
import { chosenLocale, startI18n } from './i18n/i18n';
import { isLocale } from './i18n/languages';
import { type Portal } from './portal';
import { routesOf } from './routes';
import { SessionProvider } from './session/session';
import { SessionStore } from './session/session-store';
import { isEntrance, signInPath } from './session/ways-in';
import { AppearanceProvider } from './shell/appearance';
import { ShellContext } from './shell/shell-context';

/** The cache rules of all features in one. */
function policiesOf({ features }: Portal): TypePolicies {
  const policies: TypePolicies = {};
  for (const { typePolicies = {} } of features) {
    for (const [type, policy] of Object.entries(typePolicies)) {
      const before = policies[type];
      policies[type] = { ...before, ...policy, fields: { ...before?.fields, ...policy.fields } };
    }
  }
  return policies;
}

/** The client and the session, which know of each other: an answer may say that the session has ended. */
function connect(portal: Portal) {
  const actingAs = startActingAs(portal.key);
  const onSignedOut = () => {
    if (store.snapshot().status === 'signedIn') void store.load();
  };
  onUploadSignedOut(onSignedOut);
  const live = startLive({
    url: () => `${window.location.origin.replace(/^http/, 'ws')}/graphql?as=${encodeURIComponent(actingAs.value)}`,
    onSignedOut,
  });
  const client = createClient({
    actingAs,
    live: live.link,
    locale: () => document.documentElement.lang || 'en',
    onSignedOut,
    typePolicies: policiesOf(portal),
  });
  const store = new SessionStore(client, actingAs);
  return { client, store };
}

/** Whoever is not signed in begins at the sign-in screen, before the code of any other screen is fetched. */
function goToSignIn(portal: PortalKey): void {
  const { pathname, search } = window.location;
  const path = pathname.slice(portal.length + 1) || '/';
  if (isEntrance(path)) return;
  window.history.replaceState(null, '', `/${portal}${signInPath(path + search)}`);
}

/** Brings a portal up in `#root`: texts, session, theme, routes. */
export async function startPortal(portal: Portal): Promise<void> {
  const { client, store } = connect(portal);
  const [i18n] = await Promise.all([startI18n(portal.features), store.load()]);
  const session = store.snapshot();
  if (session.status === 'signedIn' && chosenLocale() === null && isLocale(session.viewer.locale)) {
    await i18n.changeLanguage(session.viewer.locale);
  }
  if (session.status === 'signedOut') goToSignIn(portal.key);
  const router = createBrowserRouter(routesOf(portal), { basename: `/${portal.key}` });
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <AppearanceProvider portal={portal.key}>
          <ApolloProvider client={client}>
            <SessionProvider store={store}>
              <ShellContext.Provider value={{ portal: portal.key, features: portal.features }}>
                <RouterProvider router={router} />
              </ShellContext.Provider>
            </SessionProvider>
          </ApolloProvider>
        </AppearanceProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}
