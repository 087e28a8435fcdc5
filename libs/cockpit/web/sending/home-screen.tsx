import { useSession } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { Navigate } from 'react-router';

const RadarScreen = lazy(() => import('./radar-screen').then((m) => ({ default: m.RadarScreen })));

/** The school begins with its departures; the operator, who sees nothing of them, with letting schools in. */
export function HomeScreen() {
  const { audience } = useSession();
  if (audience === 'operator') return <Navigate to="/open-school" replace />;
  return (
    <Suspense fallback={<SkeletonList kind="cards" rows={5} />}>
      <RadarScreen />
    </Suspense>
  );
}
