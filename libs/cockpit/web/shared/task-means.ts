import { type taskDocuments } from './task-documents.tending';
import { type TaskGroup } from './my-tasks.documents.desk';

/** Where the thing itself is done; null where it is done outside the portal. */
export type PlaceOf = (group: Pick<TaskGroup, 'closesOn' | 'wholeFlow' | 'stepKey' | 'flow'>) => string | null;

/** What the reader's function may do with tasks. */
export interface TaskMeans {
  documents: typeof taskDocuments;
  /** Whether tasks of this function may be ticked and put off. */
  mayAct: (role: string) => boolean;
  /** Whether tasks of this function may be given to somebody. */
  mayAssign: (role: string) => boolean;
}

/** As many as the server takes at once. */
export const MOST = 500;

/** The open tasks of these groups, as the server wants them. */
export const stepsOf = (groups: readonly TaskGroup[]) => groups.flatMap(({ taskIds }) => taskIds.map((id) => ({ id })));

/** Which of the selected an action is for: the others stay as they are. */
export function fitting(groups: readonly TaskGroup[], means: TaskMeans) {
  const acted = groups.filter(({ role }) => means.mayAct(role));
  return {
    complete: acted.filter(({ closesOn }) => closesOn === null),
    assign: groups.filter(({ role }) => means.mayAssign(role)),
    snooze: acted,
    wake: acted.filter(({ snoozedUntil }) => snoozedUntil != null),
  };
}
