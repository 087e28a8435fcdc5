import { type Slice } from '@softmob/api-kit';
import { TaskCareResolver, TaskWaitResolver } from './task-care.resolver';
import { Task } from './task.entity';
import { taskReactions } from './task.reactions';
import { TaskResolver } from './task.resolver';

export const processesSlice: Slice = {
  name: 'processes',
  entities: [Task],
  resolvers: [TaskResolver, TaskCareResolver, TaskWaitResolver],
  reactions: taskReactions,
};

export { Task } from './task.entity';
export * from './task-care.loaders';
export { holdsSql, snoozedSql } from './task.holding';
export * from './task.loaders';
export { TaskType } from './task.type';
