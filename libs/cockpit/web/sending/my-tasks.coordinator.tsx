import { MyTasks } from './my-tasks';
import { documents } from './task-documents.coordinator';

const SCHOOL = ['sendingCoordinator', 'sendingTeacher', 'sendingFinance'];

/** The coordinator ticks and puts off everybody's steps, and gives the school's to whom they fit. */
export function CoordinatorTasks() {
  return <MyTasks means={{ documents, mayAct: () => true, mayAssign: (role) => SCHOOL.includes(role) }} />;
}
