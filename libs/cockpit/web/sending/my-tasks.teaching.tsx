import { MyTasks } from '../shared/my-tasks';
import { taskDocuments as documents } from '../shared/task-documents.tending';
import { type TaskMeans } from '../shared/task-means';
import { taskPlace } from './task-place';

const SCHOOL = ['sendingCoordinator', 'sendingTeacher', 'sendingFinance'];
const isTeachers = (role: string) => role === 'sendingTeacher';

const MEANS: Readonly<Record<'sendingCoordinator' | 'sendingTeacher', TaskMeans>> = {
  sendingCoordinator: { documents, mayAct: () => true, mayAssign: (role) => SCHOOL.includes(role) },
  sendingTeacher: { documents, mayAct: isTeachers, mayAssign: isTeachers },
};

/**
 * A coordinator ticks and puts off everybody's steps, and gives the school's to whom they fit; a teacher does so with
 * the teachers' steps.
 */
export function WorkingTasks({ audience }: { audience: keyof typeof MEANS }) {
  return <MyTasks placeOf={taskPlace} means={MEANS[audience]} />;
}
