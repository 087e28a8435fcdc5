import { useSession } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { AgreementList } from './agreement-list';

const CoordinatorList = lazy(() =>
  import('./agreement-list.coordinator').then((m) => ({ default: m.CoordinatorAgreementList })),
);

/** The agreements of a flow, with what the reader's function may do. */
export function AgreementsScreen() {
  const { audience } = useSession();
  return (
    <Suspense fallback={<SkeletonList kind="page" />}>
      {audience === 'sendingCoordinator' ? <CoordinatorList /> : <AgreementList />}
    </Suspense>
  );
}
