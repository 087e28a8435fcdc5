import { useSession } from '@softmob/portal-kit';
import { SkeletonList } from '@softmob/ui';
import { lazy, Suspense } from 'react';
import { Board } from './board';

const CoordinatorBoard = lazy(() => import('./board.coordinator').then((m) => ({ default: m.CoordinatorBoard })));
const TeacherBoard = lazy(() => import('./board.teacher').then((m) => ({ default: m.TeacherBoard })));

/** The cohort board, with what the reader's function adds to it. */
export function BoardScreen() {
  const { audience } = useSession();
  return (
    <Suspense fallback={<SkeletonList kind="page" />}>
      {audience === 'sendingCoordinator' ? (
        <CoordinatorBoard />
      ) : audience === 'sendingTeacher' ? (
        <TeacherBoard />
      ) : (
        <Board />
      )}
    </Suspense>
  );
}
