import { type Slice } from '@softmob/api-kit';
import { CockpitResolver } from './cockpit.resolver';
import { DepartureDecision } from './departure.entity';
import { DepartureResolver, DecidedByResolver } from './departure.resolver';
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
  entities: [DepartureDecision],
  resolvers: [
    CockpitResolver,
    DepartureResolver,
    DecidedByResolver,
    MobilityTasksResolver,
    NextTaskResolver,
    FlowTasksResolver,
    TaskSubjectResolver,
    TaskGroupFlowResolver,
  ],
  routes: dashboardRoutes,
};
