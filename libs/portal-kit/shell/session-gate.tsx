import { ErrorState, SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { Navigate, useLocation } from 'react-router';
import { toFormErrors } from '../data/errors';
import { useErrorText } from '../forms/error-text';
import { type Viewer } from '../session/identity.operations';
import { useSessionState, useSessionStore } from '../session/session';
import { signInPath } from '../session/ways-in';
import { useShell } from './shell-context';

const DeskShell = lazy(() => import('./desk-shell'));
const PhoneShell = lazy(() => import('./phone-shell'));
const MembershipChoice = lazy(() =>
  import('../screens/membership-choice').then((m) => ({ default: m.MembershipChoice })),
);
const NoMembership = lazy(() => import('../screens/membership-choice').then((m) => ({ default: m.NoMembership })));

/** The screens of a portal, for whoever is signed in; everybody else signs in first and comes back here. */
export function SessionGate() {
  const state = useSessionState();
  const store = useSessionStore();
  const { pathname, search } = useLocation();
  if (state.status === 'loading') return <SkeletonList kind="page" />;
  if (state.status === 'failed') return <Unreachable error={state.error} onRetry={() => void store.load()} />;
  if (state.status === 'signedOut') {
    return <Navigate to={state.why === 'left' ? '/sign-in' : signInPath(pathname + search)} replace />;
  }
  return (
    <Suspense fallback={<SkeletonList kind="page" />}>
      <Inside viewer={state.viewer} chosen={store.actingAs.membershipId !== null} />
    </Suspense>
  );
}

/** The shell, once it is clear under which membership the person acts. */
function Inside({ viewer, chosen }: { viewer: Viewer; chosen: boolean }) {
  const { portal } = useShell();
  if (viewer.memberships.length === 0) return <NoMembership />;
  if (viewer.memberships.length > 1 && !chosen) return <MembershipChoice />;
  const Shell = portal === 'sending' || portal === 'host' ? DeskShell : PhoneShell;
  return <Shell key={viewer.membershipId} />;
}

function Unreachable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const text = useErrorText();
  const errors = toFormErrors(error);
  return (
    <ErrorState level={1} onRetry={onRetry}>
      {errors && text.of(errors)}
    </ErrorState>
  );
}
