import { useSession } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';

const ForCoordinator = lazy(() =>
  import('./monitoring.coordinator').then((m) => ({ default: m.CoordinatorMonitoring })),
);
const ForTeacher = lazy(() => import('./monitoring.teacher').then((m) => ({ default: m.TeacherMonitoring })));

/** Those who are abroad, for coordinators and teachers alike. */
export function MonitoringScreen() {
  const { audience } = useSession();
  return (
    <Suspense fallback={<SkeletonList kind="page" />}>
      {audience === 'sendingTeacher' ? <ForTeacher /> : <ForCoordinator />}
    </Suspense>
  );
}
