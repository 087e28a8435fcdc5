import { useSession } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { DepartureView } from './departure';

const CoordinatorDeparture = lazy(() =>
  import('./departure.coordinator').then((m) => ({ default: m.CoordinatorDeparture })),
);

/** Go or no-go, with what the reader's function adds to it. */
export function DepartureScreen() {
  const { audience } = useSession();
  return (
    <Suspense fallback={<SkeletonList kind="page" />}>
      {audience === 'sendingCoordinator' ? <CoordinatorDeparture /> : <DepartureView />}
    </Suspense>
  );
}
