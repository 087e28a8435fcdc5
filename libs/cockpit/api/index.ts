import { type Slice } from '@softmob/api-kit';
import { CockpitResolver } from './cockpit.resolver';
import { dashboardRoutes } from './dashboard.csv';
import {
  FlowTasksResolver,
  MobilityTasksResolver,
  NextTaskResolver,
  TaskGroupFlowResolver,
  TaskSubjectResolver,
} from './progress.resolver';

export const cockpitSlice: Slice = {
  name: 'cockpit',
  entities: [],
  resolvers: [
    CockpitResolver,
    MobilityTasksResolver,
    NextTaskResolver,
    FlowTasksResolver,
    TaskSubjectResolver,
    TaskGroupFlowResolver,
  ],
  routes: dashboardRoutes,
};
