import { useSession } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { MyTasks } from '../shared/my-tasks';
import { taskPlace } from './task-place';

const WorkingTasks = lazy(() => import('./my-tasks.teaching').then((m) => ({ default: m.WorkingTasks })));

/** What the reader has to do, with the means of their function to say that it is done. */
export function MyTasksScreen() {
  const { audience } = useSession();
  return (
    <Suspense fallback={<SkeletonList kind="page" />}>
      {audience === 'sendingCoordinator' || audience === 'sendingTeacher' ? (
        <WorkingTasks audience={audience} />
      ) : (
        <MyTasks placeOf={taskPlace} />
      )}
    </Suspense>
  );
}
