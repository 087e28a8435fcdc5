import { SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';

const Monitoring = lazy(() => import('./monitoring.teaching').then((m) => ({ default: m.SchoolMonitoring })));

/** Those who are abroad, for coordinators and teachers alike. */
export function MonitoringScreen() {
  return (
    <Suspense fallback={<SkeletonList kind="page" />}>
      <Monitoring />
    </Suspense>
  );
}
