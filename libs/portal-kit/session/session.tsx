import { useApolloClient } from '@apollo/client/react';
import { type Audience, mayEver, type PortalKey, type Rule } from '@softmob/access';
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberLocale } from '../i18n/i18n';
import { type Locale } from '../i18n/languages';
import { ChooseLocaleDocument, SignOutDocument, type Viewer, type ViewerMembership } from './identity.operations';
import { type SessionState, type SessionStore } from './session-store';

const StoreContext = createContext<SessionStore | null>(null);

export function SessionProvider({ store, children }: { store: SessionStore; children: ReactNode }) {
  return <StoreContext.Provider value={store}>{children}</StoreContext.Provider>;
}

/** The store itself, for the screens of the kit. */
export function useSessionStore(): SessionStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('useSession outside a portal');
  return store;
}

/** Whether somebody is signed in. */
export function useSessionState(): SessionState {
  const store = useSessionStore();
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

export interface Session {
  viewer: Viewer;
  audience: Audience;
  /** The membership that acts in this tab. */
  membership: ViewerMembership | null;
  portal: PortalKey;
  /** Today's business date, by which things are due or late. */
  today: string;
  locale: string;
  can: (rule: Rule) => boolean;
  signOut: () => Promise<void>;
  chooseMembership: (id: string) => Promise<void>;
}

/** Who acts. Only below the session gate, where somebody is signed in. */
export function useSession(): Session {
  const store = useSessionStore();
  const state = useSessionState();
  const client = useApolloClient();
  const { i18n } = useTranslation();
  const locale = i18n.language;
  if (state.status !== 'signedIn') throw new Error('useSession while nobody is signed in');
  const { viewer } = state;
  return useMemo(
    () => ({
      viewer,
      audience: viewer.audience,
      membership: viewer.memberships.find(({ id }) => id === viewer.membershipId) ?? null,
      portal: store.actingAs.portal,
      today: viewer.today,
      locale,
      can: (rule: Rule) => mayEver(rule, viewer.audience),
      signOut: async () => {
        await client.mutate({ mutation: SignOutDocument });
        await store.left();
      },
      chooseMembership: (id: string) => store.chooseMembership(id),
    }),
    [viewer, store, locale, client],
  );
}

/** Whether the policy may ever let whoever acts see or do this; the server settles the row. */
export function useCan(rule: Rule): boolean {
  return useSession().can(rule);
}

/** Today's business date (ISO). */
export function useToday(): string {
  return useSession().today;
}

/** Changes the language here and, for somebody signed in, of their e-mails too. */
export function useChooseLocale(): (locale: Locale) => Promise<void> {
  const { i18n } = useTranslation();
  const client = useApolloClient();
  const { status } = useSessionState();
  return async (locale) => {
    rememberLocale(locale);
    await i18n.changeLanguage(locale);
    if (status !== 'signedIn') return;
    await client.mutate({ mutation: ChooseLocaleDocument, variables: { locale } });
    await client.refetchQueries({ include: 'active' });
  };
}
