import { useSession } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { MyTasks } from './my-tasks';

const CoordinatorTasks = lazy(() => import('./my-tasks.coordinator').then((m) => ({ default: m.CoordinatorTasks })));
const TeacherTasks = lazy(() => import('./my-tasks.teacher').then((m) => ({ default: m.TeacherTasks })));

/** What the reader has to do, with the means of their function to say that it is done. */
export function MyTasksScreen() {
  const { audience } = useSession();
  return (
    <Suspense fallback={<SkeletonList kind="page" />}>
      {audience === 'sendingCoordinator' ? (
        <CoordinatorTasks />
      ) : audience === 'sendingTeacher' ? (
        <TeacherTasks />
      ) : (
        <MyTasks />
      )}
    </Suspense>
  );
}
