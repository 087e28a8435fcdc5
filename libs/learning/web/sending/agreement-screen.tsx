import { useSession } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { AgreementPage } from './agreement-page';

const CoordinatorPage = lazy(() =>
  import('./agreement-page.coordinator').then((m) => ({ default: m.CoordinatorAgreementPage })),
);

/** One agreement, with what the reader's function may do. */
export function AgreementScreen() {
  const { audience } = useSession();
  return (
    <Suspense fallback={<SkeletonList kind="page" />}>
      {audience === 'sendingCoordinator' ? <CoordinatorPage /> : <AgreementPage />}
    </Suspense>
  );
}
