import { taskPlace } from '@softmob/placements-web/task-place';
import { MyTasks } from '../shared/my-tasks';
import { taskDocuments as documents } from '../shared/task-documents.tending';
import { type TaskMeans } from '../shared/task-means';

const isHosts = (role: string) => role === 'hostCoordinator';
const MEANS: TaskMeans = { documents, mayAct: isHosts, mayAssign: isHosts };

/** What the host has to do; its colleagues give each other what fits. */
export function MyTasksScreen() {
  return <MyTasks placeOf={taskPlace} means={MEANS} />;
}
