import { MyTasks } from './my-tasks';
import { documents } from './task-documents.teacher';

const ownRole = (role: string) => role === 'sendingTeacher';

/** A teacher ticks, puts off and hands over the teachers' steps. */
export function TeacherTasks() {
  return <MyTasks means={{ documents, mayAct: ownRole, mayAssign: ownRole }} />;
}
