import { ErrorState, SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { Navigate, useLocation } from 'react-router';
import { toFormErrors } from '../data/errors';
import { useErrorText } from '../forms/error-text';
import { MembershipChoice, NoMembership } from '../screens/membership-choice';
import { useSessionState, useSessionStore } from '../session/session';
import { useShell } from './shell-context';

const DeskShell = lazy(() => import('./desk-shell'));
const PhoneShell = lazy(() => import('./phone-shell'));

/** The screens of a portal, for whoever is signed in; everybody else signs in first and comes back here. */
export function SessionGate() {
  const state = useSessionState();
  const store = useSessionStore();
  const { portal } = useShell();
  const { pathname, search } = useLocation();
  if (state.status === 'loading') return <SkeletonList kind="page" />;
  if (state.status === 'failed') return <Unreachable error={state.error} onRetry={() => void store.load()} />;
  if (state.status === 'signedOut') {
    const path = pathname + search;
    const back = path === '/' || state.why === 'left' ? '' : `?next=${encodeURIComponent(path)}`;
    return <Navigate to={`/sign-in${back}`} replace />;
  }
  const { memberships, membershipId } = state.viewer;
  if (memberships.length === 0) return <NoMembership />;
  if (memberships.length > 1 && store.actingAs.membershipId === null) return <MembershipChoice />;
  const Shell = portal === 'sending' || portal === 'host' ? DeskShell : PhoneShell;
  return (
    <Suspense fallback={<SkeletonList kind="page" />}>
      <Shell key={membershipId} />
    </Suspense>
  );
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
