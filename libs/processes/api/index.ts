import { type Slice } from '@softmob/api-kit';
import { CalendarFeed } from './calendar-feed.entity';
import { CalendarFeedResolver } from './calendar-feed.resolver';
import { calendarRoutes } from './calendar-feed.route';
import { TaskCareResolver, TaskWaitResolver } from './task-care.resolver';
import { processesMails } from './mails';
import { reminderJobs } from './reminder.job';
import { ProcessTemplateRow, ProcessTemplateVersion } from './process-template.entity';
import { ProcessTemplateResolver, ProcessTemplateVersionResolver } from './process-template.resolver';
import { Task } from './task.entity';
import { taskReactions } from './task.reactions';
import { TaskResolver } from './task.resolver';

export const processesSlice: Slice = {
  name: 'processes',
  entities: [Task, CalendarFeed, ProcessTemplateRow, ProcessTemplateVersion],
  resolvers: [
    TaskResolver,
    TaskCareResolver,
    TaskWaitResolver,
    CalendarFeedResolver,
    ProcessTemplateResolver,
    ProcessTemplateVersionResolver,
  ],
  reactions: taskReactions,
  jobs: reminderJobs,
  daily: ['processes:remind'],
  mails: processesMails,
  topics: { 'processes:reminder': 'tasks' },
  routes: calendarRoutes,
};

export { type FlowFrame, type MovePlan, planMove } from './flow-move';
export { moveTasks } from './flow-move.service';
export { ProcessTemplateRow, ProcessTemplateVersion } from './process-template.entity';
export { listTemplates, processTemplateRows, processVersionById, processVersions } from './process-template.loaders';
export { ProcessStepType, ProcessTemplateVersionType } from './process-template.type';
export { shipTemplates } from './ship-templates';
export { Task } from './task.entity';
export * from './task-care.loaders';
export { holdsSql, snoozedSql } from './task.holding';
export * from './task.loaders';
export { TaskType } from './task.type';
export { TaskColleagueType } from './task-care.type';
