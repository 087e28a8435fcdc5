import { type Slice } from '@softmob/api-kit';
import { Task } from './task.entity';
import { taskReactions } from './task.reactions';
import { TaskResolver } from './task.resolver';

export const processesSlice: Slice = {
  name: 'processes',
  entities: [Task],
  resolvers: [TaskResolver],
  reactions: taskReactions,
};

export { Task } from './task.entity';
export * from './task.loaders';
export { TaskType } from './task.type';
