import { useSession } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { OutcomeList } from './outcome-list';

const CoordinatorOutcomes = lazy(() =>
  import('./outcome-list.coordinator').then((m) => ({ default: m.CoordinatorOutcomeList })),
);

/** Assessment, recognition and certificates, with what the reader's function may do. */
export function OutcomesScreen() {
  const { audience } = useSession();
  return (
    <Suspense fallback={<SkeletonList kind="page" />}>
      {audience === 'sendingCoordinator' ? <CoordinatorOutcomes /> : <OutcomeList />}
    </Suspense>
  );
}
