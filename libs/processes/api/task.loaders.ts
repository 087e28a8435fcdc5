import { policy } from '@softmob/access';
import { loaderById, loaderOfChildren, source } from '@softmob/api-kit';
import { Task } from './task.entity';

export const tasks = source(Task, { name: 'task', reach: policy.processes.reachTask });
export const taskById = loaderById(tasks);

const byDueDay = 'x.due_on, x.id';
/** Tasks of mobilities that were reached before: done and open, without those that fell away. */
export const tasksOfMobility = loaderOfChildren(tasks, 'mobilityId', {
  established: 'mobility',
  orderBy: byDueDay,
  where: 'x.cancelled_at IS NULL',
});
/** What is still to be done for mobilities that were reached before. */
export const openTasksOfMobility = loaderOfChildren(tasks, 'mobilityId', {
  established: 'mobility',
  orderBy: byDueDay,
  where: 'x.done_at IS NULL AND x.cancelled_at IS NULL',
});
/** Tasks of flows as a whole, the flows having been reached before. */
export const tasksOfFlow = loaderOfChildren(tasks, 'flowId', {
  established: 'flow',
  orderBy: byDueDay,
  where: 'x.mobility_id IS NULL AND x.cancelled_at IS NULL',
});

/** Whether a step that has to come before the task of this alias is still open: nobody can take it yet. */
export const waitsSql = (alias: string) =>
  `EXISTS (SELECT 1 FROM task n WHERE n.flow_id = ${alias}.flow_id AND n.mobility_id IS NOT DISTINCT FROM ${alias}.mobility_id
     AND n.step_key = ANY(${alias}.needs) AND n.done_at IS NULL AND n.cancelled_at IS NULL)`;
