import { type Slice } from '@softmob/api-kit';
import { CalendarFeed } from './calendar-feed.entity';
import { CalendarFeedResolver } from './calendar-feed.resolver';
import { calendarRoutes } from './calendar-feed.route';
import { TaskCareResolver, TaskWaitResolver } from './task-care.resolver';
import { Task } from './task.entity';
import { taskReactions } from './task.reactions';
import { TaskResolver } from './task.resolver';

export const processesSlice: Slice = {
  name: 'processes',
  entities: [Task, CalendarFeed],
  resolvers: [TaskResolver, TaskCareResolver, TaskWaitResolver, CalendarFeedResolver],
  reactions: taskReactions,
  routes: calendarRoutes,
};

export { Task } from './task.entity';
export * from './task-care.loaders';
export { holdsSql, snoozedSql } from './task.holding';
export * from './task.loaders';
export { TaskType } from './task.type';
export { TaskColleagueType } from './task-care.type';
